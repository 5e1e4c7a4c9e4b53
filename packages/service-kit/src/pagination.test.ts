import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './ids.ts';
import { decodeCursor, encodeCursor, IdPosition, page } from './pagination.ts';

describe('a cursor', () => {
  it('leads to where the page ended', () => {
    const rows = [newId(), newId(), newId()];
    const { items, next } = page(rows, 2, (id) => [id]);
    expect(items).toEqual(rows.slice(0, 2));
    expect(decodeCursor(next, IdPosition)).toEqual([rows[1]]);
    expect(page(rows, 3, (id) => [id])).toEqual({ items: rows });
    expect(decodeCursor(undefined, IdPosition)).toBeUndefined();
  });

  // None of these may reach a statement: PostgreSQL would fail on it.
  it.each([
    ['that is no cursor', 'x'],
    ['that is empty', ''],
    ['of another list', encodeCursor(['2026-11-20', newId()])],
    ['with a number for an id', encodeCursor([1e300])],
    ['with text for an id', encodeCursor(['a\u0000'])],
  ])('%s is refused', (_what, cursor) => {
    const invalid = { code: 'request.invalid', fields: [{ path: ['cursor'], code: 'cursor.invalid' }] };
    expect(() => decodeCursor(cursor, IdPosition)).toThrow(expect.objectContaining(invalid) as Error);
    expect(() => decodeCursor(cursor, z.tuple([z.int()]))).toThrow(expect.objectContaining(invalid) as Error);
  });
});
