import { kind } from './problem-kind.ts';

/** Transfers and their recipients. */
export const transfersProblems = {
  'transfer.settled': kind(
    409,
    ['移交已有结果', 'The transfer has its outcome'],
    ['该移交的结果为“{outcome}”，不能再更改。', 'The transfer was {outcome}; that cannot be changed.'],
  ),
  'transfer.overdue': kind(
    409,
    ['接收期限已过', 'Too late'],
    ['接收期限已过，该移交即将终止。', 'The time for an answer is over; the transfer ends.'],
  ),
} as const;
