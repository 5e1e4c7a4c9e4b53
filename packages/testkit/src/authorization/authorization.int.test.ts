import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@beian/service-kit/ids.ts';
import { bearer } from '../actors.ts';
import { expectProblem } from '../expect-problem.ts';
import { aFront, type Front } from '../front.ts';
import { oneOfEach, type Cast, type OneOfEach } from '../one-of-each.ts';
import { json } from '../registration.ts';
import { table } from './authorization.table.ts';
import { outsiders, type Answer } from './outsiders.ts';
import { requestsTo, type Ask, type OpenApi, type Requests } from './requests.ts';

let front: Front;
let things: OneOfEach;
let document: OpenApi;
let requests: Requests;
beforeAll(async () => {
  front = await aFront({ limits: { LIMIT_GENERAL: 100_000, LIMIT_PUBLIC: 100_000, LIMIT_UPLOADS: 100_000 } });
  things = await oneOfEach(front);
  document = await json<OpenApi>(await fetch(new URL('/api/openapi.json', front.baseUrl)));
  requests = await requestsTo(document, front, things);
});
afterAll(() => front.stop());

/** Asks as somebody; what goes on for long is broken off after its beginning. */
async function asked(who: keyof Cast, { method, path, body }: Ask): Promise<Response> {
  const actor = things.cast[who];
  const breakOff = new AbortController();
  const response = await fetch(new URL(path, front.baseUrl), {
    method,
    redirect: 'manual',
    signal: breakOff.signal,
    headers: {
      ...(actor.kind === 'nobody' ? {} : await bearer(actor)),
      'idempotency-key': newId(),
      ...(body === undefined || isForm(body) ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm(body) ? body : JSON.stringify(body) }),
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
  breakOff.abort();
  return new Response(null, { status: response.status });
}

const isForm = (body: unknown): body is FormData | URLSearchParams =>
  body instanceof FormData || body instanceof URLSearchParams;

const codes = { 401: 'auth.required', 403: 'auth.forbidden', 404: 'not-found', 422: 'request.invalid' } as const;
/** Done, or refused for the state of a thing that the caller may know. */
const isIn = (status: number): boolean => status < 400 || status === 409;

async function expectAnswer(who: keyof Cast, ask: Ask, expected: Answer): Promise<void> {
  const response = await asked(who, ask);
  const text = await response.clone().text();
  const where = `${who}: ${ask.method} ${ask.path} ${text}`;
  if (expected === 'in') expect(response.status, where).toSatisfy(isIn);
  else if (expected === 'lapsed') expect([403, 422], where).toContain(response.status);
  else if (expected === 'person') await expectProblem(response, { status: 403, code: 'auth.program-not-allowed' });
  else {
    expect(response.status, where).toBe(expected);
    await expectProblem(response, { status: expected, code: codes[expected] });
  }
  // Auditors read what was done with whose things: their organ's are theirs to know.
  if (who === 'auditor') return;
  for (const secret of secrets()) if (!ask.path.includes(secret)) expect(text, where).not.toContain(secret);
}

/** What nobody learns who did not know it. */
const secrets = () => [things.application.number, things.cast.owner.accountId, things.draftId, things.newsId];

// What reads goes before what writes, what takes away goes last.
const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
const rank = (operation: string): number => order.indexOf(operation.split(' ')[0] ?? '');
const operations = [...table].toSorted(([a], [b]) => rank(a) - rank(b));

it('every operation of the OpenAPI document has a rule, and every rule its operation', () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...table.keys()].toSorted()).toEqual(documented.toSorted());
});

it('the document says that an operation wants a sign-in exactly when the rule does', () => {
  for (const [operation, { answers }] of table) {
    const [method = '', path = ''] = operation.split(' ');
    const { security } = document.paths[path]?.[method.toLowerCase()] ?? {};
    expect(security !== undefined, operation).toBe(answers[0] === 401);
  }
});

describe('those without business there', () => {
  it.each(operations)('%s', async (operation, { answers }) => {
    for (const [i, expected] of answers.entries()) {
      for (const ask of await requests(operation)) await expectAnswer(outsiders[i] ?? 'nobody', ask, expected);
    }
  });
});

describe('fields that nobody asked for', () => {
  const extra = { status: 'completed', holderId: newId(), role: 'operator' };
  it.each(operations)('%s', async (operation, { insider }) => {
    for (const ask of await requests(operation)) {
      // Of a token's request RFC 6749, 3.2, wants them passed over.
      if (ask.body === undefined || ask.body instanceof URLSearchParams) continue;
      const answer = await asked(insider, { ...ask, body: withExtra(ask.body, extra) });
      const { errors } = await expectProblem(answer, { status: 422, code: 'request.invalid' });
      expect(
        errors?.map(({ pointer }) => pointer),
        operation,
      ).toEqual(expect.arrayContaining(['/holderId']));
    }
  });
});

describe('those whose things they are', () => {
  it.each(operations.filter(([, { insider }]) => !(outsiders as readonly string[]).includes(insider)))(
    '%s',
    async (operation, { insider }) => {
      for (const ask of await requests(operation)) {
        const response = await asked(insider, ask);
        expect(response.status, `${insider}: ${operation} ${await response.clone().text()}`).toSatisfy(isIn);
      }
    },
  );
});

function withExtra(body: unknown, extra: Record<string, string>): unknown {
  if (!(body instanceof FormData)) return { ...extra, ...(body as object) };
  const form = new FormData();
  for (const [name, value] of [...body.entries(), ...Object.entries(extra)]) form.append(name, value);
  return form;
}
