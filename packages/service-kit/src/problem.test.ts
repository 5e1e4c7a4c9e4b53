import { expect, it } from 'vitest';
import { z } from 'zod';
import { problem, problemDetails } from './problem.ts';

it('names a thousand wrong fields at most, however many a stranger makes up', () => {
  const madeUp = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`made-up-${i}`, i]));
  const { error } = z.strictObject({ receipt: z.string() }).safeParse(madeUp);
  const { errors = [] } = problemDetails(problem('request.invalid', { issues: error?.issues ?? [] }), {
    locale: 'en',
    instance: '/api/x',
    requestId: 'r',
  });
  expect(errors).toHaveLength(1000);
  expect(errors.slice(0, 2).map(({ pointer }) => pointer)).toEqual(['/receipt', '/made-up-0']);
});
