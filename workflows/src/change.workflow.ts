import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { executeChild, ParentClosePolicy } from '@temporalio/workflow';
import { searchAttributes, type ApplicationInput, type PartInput } from '@beian/contracts/workflows.ts';
import { filing } from './activities.ts';
import { withInbox } from './inbox.ts';
import { oneReview, type OneReviewResult } from './stages/one-review.ts';
import { showProgress } from './stages/progress.ts';

export type ChangeResult = OneReviewResult;

/** 变更 (M083–M099): one review by the organ that decides; of several organs each decides its own part (G2), and the change ends with the last of them. */
export async function change({ parts = [], ...input }: ApplicationInput): Promise<ChangeResult> {
  if (parts.length === 0) return oneReview(input);
  return withInbox(input.applicationId, async () => {
    showProgress('in_review');
    await Promise.all(parts.map((part) => decidedBy(part, input)));
    const { status } = await filing.settleParts({ applicationId: input.applicationId });
    showProgress(status);
    return { status };
  });
}

/** One organ's part: an application of its own, with every deadline, correction and withdrawal of one. */
export const changePart = (input: ApplicationInput): Promise<ChangeResult> => oneReview(input);

/** Runs a part as a child under the part's own id, so that its decision and withdrawal find it; it outlives a whole that is ended by hand. */
const decidedBy = (part: PartInput, whole: ApplicationInput): Promise<ChangeResult> =>
  executeChild(changePart, {
    workflowId: part.applicationId,
    args: [{ ...whole, ...part }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    typedSearchAttributes: new TypedSearchAttributes([
      { key: keyword(searchAttributes.kind.name), value: 'change' },
      { key: keyword(searchAttributes.stage.name), value: 'submitted' },
      { key: keyword(searchAttributes.division.name), value: part.divisionCode },
      {
        key: defineSearchAttributeKey(searchAttributes.receivedAt.name, 'DATETIME'),
        value: new Date(whole.receivedAt),
      },
    ]),
  });

const keyword = (name: string) => defineSearchAttributeKey(name, 'KEYWORD');
