import { kind } from './problem-kind.ts';

/** Review tasks and decisions. */
export const reviewProblems = {
  'task.not-claimed': kind(
    409,
    ['尚未签收', 'Task not claimed'],
    ['请先签收该任务再作出决定。', 'Claim the task before deciding.'],
  ),
  'task.claimed': kind(
    409,
    ['任务已被签收', 'Task already claimed'],
    ['该任务正由 {staffNo} 审核。', 'The task is held by {staffNo}.'],
  ),
  'task.decided': kind(
    409,
    ['任务已审核', 'Task already decided'],
    ['该任务已有审核决定。', 'This task has its decision.'],
  ),
  'task.cancelled': kind(
    409,
    ['任务已取消', 'Task cancelled'],
    ['申请人已撤回，任务已取消。', 'The filer withdrew; the task is cancelled.'],
  ),
  'task.second-person': kind(
    409,
    ['须由另一人复核', 'Another person must review'],
    [
      '复核须由另一名复核员进行，您已参与该业务的初审。',
      'The second review is for another senior reviewer: you took part in the first.',
    ],
  ),
  'task.own-matter': kind(
    409,
    ['须回避', 'Your own matter'],
    [
      '您是该业务的申请人、接收人或者所涉备案的持有人，应当回避，须由另一名审核员审核。',
      'You filed this application, or hold or are to receive the filing; another reviewer must review it.',
    ],
  ),
  'task.own-entry': kind(
    409,
    ['须由另一人审核', 'Another person must review'],
    [
      '线下备案由您录入或者补正，须由另一名审核员审核。',
      'You entered or corrected this filing from paper; another reviewer must review it.',
    ],
  ),
  'task.look-closer': kind(
    409,
    ['须逐件审核', 'To be reviewed by itself'],
    ['该任务不符合批量通过的条件，请打开任务审核。', 'This task may not be approved with others: open it.'],
  ),
  'task.drawn': kind(
    409,
    ['抽中逐件审核', 'Drawn for a review by itself'],
    ['该任务被抽中逐件审核，请打开任务审核。', 'This task was drawn to be reviewed by itself: open it.'],
  ),
  'task.suspended': kind(
    409,
    ['审核已挂起', 'Review suspended'],
    [
      '该审核已挂起，恢复办理后才能操作；可以现在恢复办理。',
      'This review is suspended: nothing can be done until it goes on. Resume it first.',
    ],
  ),
  'task.not-suspended': kind(
    409,
    ['审核未挂起', 'Review not suspended'],
    ['该审核没有挂起或者已恢复办理。', 'This review is not suspended, or goes on already.'],
  ),
  'task.suspended-before': kind(
    409,
    ['须由复核员挂起', 'For a senior reviewer'],
    [
      '该环节已挂起过一次，再次挂起须由复核员办理。',
      'This stage has been suspended once: a second time is for a senior reviewer.',
    ],
  ),
  'task.suspensions-spent': kind(
    409,
    ['不能再挂起', 'No more suspensions'],
    ['该环节已挂起过 {limit} 次，不能再挂起。', 'This stage has been suspended {limit} times, which is the most.'],
  ),
  'absence.overlaps': kind(
    409,
    ['代班时间重叠', 'Absences overlap'],
    ['该人员在此期间已设置代班，请先结束原设置。', 'They are absent in that time already: end that absence first.'],
  ),
  'view.name-taken': kind(
    409,
    ['视图名称重复', 'View exists'],
    ['您已有同名视图，请换一个名称。', 'You have a view of this name: choose another.'],
  ),
  'view.too-many': kind(
    409,
    ['视图过多', 'Too many views'],
    ['每人最多保存 {limit} 个视图，请先删除不用的视图。', 'A person keeps {limit} views at most: delete one first.'],
  ),
  'export.too-large': kind(
    422,
    ['导出内容过多', 'Too much to export'],
    [
      '共 {rows} 条，一次最多导出 {limit} 条，请缩小筛选范围。',
      '{rows} rows; at most {limit} at once: narrow the filter.',
    ],
  ),
  'task.reroute-same': kind(
    422,
    ['转办机关无效', 'Invalid target organ'],
    ['不能转办给本机关或不存在的机关。', 'A task cannot be re-routed to its own or an unknown organ.'],
  ),
} as const;
