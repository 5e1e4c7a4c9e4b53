import { defineSearchAttributeKey } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import { searchAttributes } from '@beian/contracts/workflows.ts';

const stageKey = defineSearchAttributeKey(searchAttributes.stage.name, 'KEYWORD');
const dueKey = defineSearchAttributeKey(searchAttributes.dueAt.name, 'DATETIME');

/** Shows operators where an application stands and until when: search attributes of its workflow, never personal data. */
export function showProgress(stage: string, dueAt?: string): void {
  upsertSearchAttributes([
    { key: stageKey, value: stage },
    { key: dueKey, value: dueAt === undefined ? null : new Date(dueAt) },
  ]);
}
