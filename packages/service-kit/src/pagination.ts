import { fieldProblem } from './problem.ts';

/** Writes the position after a row as an opaque cursor. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Reads a cursor of `parts` parts; 422 `cursor.invalid` when it is not one of ours. */
export function decodeCursor(cursor: string | undefined, parts: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const scalars = Array.isArray(position) && position.every((p) => typeof p === 'string' || typeof p === 'number');
    if (scalars && position.length === parts) return position;
  } catch {
    // falls through: whatever is not JSON is not a cursor
  }
  throw fieldProblem(['cursor'], 'cursor.invalid');
}

/** Cuts `limit + 1` rows into a page and the cursor of the next one. */
export function page<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => readonly (string | number)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(positionOf(last)) } : { items };
}
