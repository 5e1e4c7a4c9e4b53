import type { TaskExportQuery } from '@beian/contracts/exports.ts';
import { phrase } from '@beian/contracts/problems.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import {
  applicationKindLabels,
  reviewStageLabels,
  reviewTaskStatusLabels,
  type Label,
} from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { coveredBy } from '../absences/cover.ts';
import type { Deps } from '../deps.ts';
import { printedTime } from '../papers/one-page-pdf.ts';
import { queueOrders, taskLines } from '../review/list-tasks.ts';
import { allOf, filterConditions, inScope, observedBy } from '../review/queue-conditions.ts';
import { requireReviewer } from '../review/task-scope.ts';
import { findRows } from './find-rows.ts';
import { inPieces, recordExport } from './record-export.ts';
import type { Cell, Sheet } from './write-sheet.ts';

type Column = readonly [heading: Label, cell: (task: ReviewTask, word: (label: Label) => string) => Cell];
const columns: readonly Column[] = [
  [{ zh: '受理号', en: 'Acceptance number' }, (task) => task.applicationNumber],
  [{ zh: '业务类型', en: 'Business' }, (task, word) => word(applicationKindLabels[task.kind])],
  [{ zh: '阶段', en: 'Stage' }, (task, word) => word(reviewStageLabels[task.stage])],
  [{ zh: '轮次', en: 'Round' }, (task) => task.round],
  [{ zh: '状态', en: 'Status' }, (task, word) => word(reviewTaskStatusLabels[task.status])],
  [{ zh: '审核机关', en: 'Organ' }, (task) => task.organ.name],
  [{ zh: '审核人工号', en: 'Reviewer' }, (task) => task.assignee?.staffNo ?? null],
  [{ zh: '单位名称', en: 'Unit' }, (task) => task.unitName ?? null],
  [{ zh: '统一社会信用代码', en: 'Credit code' }, (task) => task.uscc ?? null],
  [{ zh: '系统名称', en: 'System' }, (task) => task.systemName ?? null],
  [{ zh: '所在地', en: 'Place' }, (task) => task.divisionName],
  [{ zh: '提交时间', en: 'Submitted' }, (task) => printedTime(task.receivedAt)],
  [{ zh: '审核期限', en: 'Due' }, (task) => printedTime(task.dueAt)],
  [{ zh: '逾期', en: 'Overdue' }, (task, word) => word(task.overdue ? yes : no)],
  [{ zh: '挂起至', en: 'Suspended until' }, (task) => task.resumeOn ?? null],
  [{ zh: '上报次数', en: 'Escalations' }, (task) => task.escalations],
];
const yes = { zh: '是', en: 'Yes' };
const no = { zh: '否', en: 'No' };

/** The queue by a filter of it (I42), in its order: what the list shows and nothing else, so no person of the filer's side but by the unit. */
export async function exportTasks(
  deps: Deps,
  { actor, requestId }: { actor: Actor; requestId: string },
  { format, locale, ...filter }: TaskExportQuery,
): Promise<Sheet> {
  const staff = requireReviewer(actor);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const viewing = { staff, now, covers: await coveredBy(em, staff, now), observed: filter.observed === 'true' };
  const { column, direction } = queueOrders[filter.sort ?? 'due'];
  const { sql, params } = allOf([
    viewing.observed ? observedBy(staff) : inScope(staff),
    ...filterConditions(filter, viewing),
  ]);
  // Which tasks is settled here; what they say is read as the rows are taken.
  const { ids, total } = await findRows(em, {
    id: 't.id',
    from: `review_task t join application a on a.id = t.application_id where ${sql}`,
    order: `${column} ${direction}, t.id ${direction}`,
    params,
  });
  await recordExport(deps, { staff, requestId }, { what: 'tasks', format, filter, rows: total });
  const word = (label: Label) => phrase(label, locale);
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const piece of inPieces(ids, 500)) {
      for (const task of await taskLines(deps.orm.em.fork(), piece, viewing)) {
        yield columns.map(([, cell]) => cell(task, word));
      }
    }
  }
  return {
    name: word({ zh: '审核任务', en: 'Review tasks' }),
    columns: columns.map(([heading]) => word(heading)),
    rows: rows(),
  };
}
