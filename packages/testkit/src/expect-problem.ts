import { expect } from 'vitest';
import type { ProblemCode, ProblemDetails } from '@beian/contracts/problems.ts';

/** Expects an answer to be this problem in full RFC 9457 dress; answers the body. */
export async function expectProblem(
  response: Response,
  expected: { status: number; code: ProblemCode; pointer?: string; fieldCode?: string },
): Promise<ProblemDetails> {
  const body = (await response.json()) as ProblemDetails;
  expect({ status: response.status, code: body.code, errors: body.errors }).toMatchObject({
    status: expected.status,
    code: expected.code,
  });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status: expected.status, title: expect.any(String), detail: expect.any(String) });
  expect(body.type).toContain(`/problems/${expected.code}`);
  if (expected.pointer !== undefined) {
    expect(body.errors?.map((error) => error.pointer)).toContain(expected.pointer);
    for (const error of body.errors ?? []) expect(error.message.length).toBeGreaterThan(0);
  }
  if (expected.fieldCode !== undefined) expect(body.errors?.map((error) => error.code)).toContain(expected.fieldCode);
  return body;
}
