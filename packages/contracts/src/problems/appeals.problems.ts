import { kind } from './problem-kind.ts';

/** Appeals. */
export const appealsProblems = {
  'appeal.not-claimable': kind(
    409,
    ['不能接收备案', 'Nothing to claim'],
    [
      '该申诉没有可以接收的备案：尚未作出决定、未变更持有人，或者备案已被接收。',
      'This appeal gives no filing: it is not determined, moves no holding, or the filing was claimed already.',
    ],
  ),
} as const;
