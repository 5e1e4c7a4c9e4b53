import { z } from 'zod';
import { Id } from '@beian/contracts/common.ts';
import { fieldProblem } from './problem.ts';

/** Writes the position after a row as an opaque cursor. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position of a list that is in the order of its ids. */
export const IdPosition = z.tuple([Id]);

/** Reads the position that a cursor stands for; 422 `cursor.invalid` when it is not one of ours. */
export function decodeCursor<Position>(
  cursor: string | undefined,
  position: z.ZodType<Position>,
): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw fieldProblem(['cursor'], 'cursor.invalid');
  }
}

/** Cuts `limit + 1` rows into a page and the cursor of the next one. */
export function page<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => readonly (string | number)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(positionOf(last)) } : { items };
}
