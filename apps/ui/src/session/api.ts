import type { ProblemDetails } from '@beian/contracts/problems.ts';
import { storedLocale } from '../language/language.tsx';
import { again } from './again.ts';
import { ApiProblem } from './api-problem.ts';

const headersOf = (body: unknown, extra: Record<string, string>): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': storedLocale(),
  'x-requested-with': 'beian',
  ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
  ...extra,
});

/** Bytes that a browser sends on when its page is gone (Fetch standard, keepalive), with room for what else is on its way. */
const keepaliveLimit = 50_000;

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  extra: Record<string, string> = {},
  keepalive = false,
): Promise<T> {
  const response = await fetch(path, {
    method,
    keepalive,
    headers: headersOf(body, extra),
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem();
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  // The API is ours and tested against the same contract: answers are taken at their word.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function problemOf(response: Response): Promise<ProblemDetails | undefined> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  return isProblem ? ((await response.json()) as ProblemDetails) : undefined;
}

/** The platform's API on the same origin. Every method throws ApiProblem. */
export const api = {
  /** Asked again when nobody answers. */
  get: <T>(path: string) => again(() => ask<T>('GET', path)),
  /** The body is JSON, or a form with its files. */
  post: <T>(path: string, body: unknown = {}) => ask<T>('POST', path, body),
  /** A POST that creates: sent again with the same key, as when nobody answers, it creates nothing twice. */
  create: <T>(path: string, body: unknown, idempotencyKey: string) =>
    again(() => ask<T>('POST', path, body, { 'idempotency-key': idempotencyKey })),
  put: <T>(path: string, body: unknown) => ask<T>('PUT', path, body),
  /** A PUT that is sent to its end even when the page is left meanwhile. */
  keep: <T>(path: string, body: unknown) =>
    ask<T>('PUT', path, body, {}, new Blob([JSON.stringify(body)]).size < keepaliveLimit),
  patch: <T>(path: string, body: unknown) => ask<T>('PATCH', path, body),
  remove: (path: string) => ask<undefined>('DELETE', path),
};

/** Query string of what is there. */
export const queryOf = (values: Record<string, string | number | undefined>): string => {
  const given = Object.entries(values).filter((entry) => entry[1] !== undefined && entry[1] !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};
