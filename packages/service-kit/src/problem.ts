import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fieldError, fieldMessages, type IssueLike } from '@beian/contracts/field-messages.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import {
  localeOf,
  phrase,
  problems,
  type Locale,
  type ProblemCode,
  type ProblemDetails,
} from '@beian/contracts/problems.ts';

/** A parameter may be a label: it is put into the reader's language. */
type Params = Record<string, string | number | Label>;
/** One wrong field: a code of the field messages with its parameters, or a zod issue. */
export type FieldProblem = { path: readonly PropertyKey[]; code: string; params?: Params };

/** A failure of the catalogue. Its kind decides status and retry; its parameters never hold personal data. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Params;
  readonly fields: FieldProblem[];
  readonly issues: readonly IssueLike[];
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.params = options.params ?? {};
    this.fields = options.errors ?? [];
    this.issues = options.issues ?? [];
  }
}
type ProblemOptions = { params?: Params; errors?: FieldProblem[]; issues?: readonly IssueLike[]; cause?: unknown };

/** Makes a failure to throw: `throw problem('not-found')`. */
export const problem = (code: ProblemCode, options?: ProblemOptions): Problem => new Problem(code, options);

/** 422 with one entry per field: `throw fieldProblem(['system', 'countyCode'], 'division.unknown')`. */
export const fieldProblem = (path: readonly PropertyKey[], code: string, params?: Params): Problem =>
  new Problem('request.invalid', { errors: [{ path, code, ...(params ? { params } : {}) }] });

/** One wrong field in a language, as an entry of a problem's `errors`. */
export const describeField = ({ path, code, params }: FieldProblem, locale: Locale) => ({
  ...fieldError({ path, message: code }, locale),
  ...(params ? { message: phrase(fieldLabel(code), locale, spoken(params, locale)) } : {}),
});

/** The RFC 9457 body in a language. */
export function problemDetails(
  failure: Problem,
  at: { locale: Locale; instance: string; requestId: string; baseUrl?: string },
): ProblemDetails {
  const kind = problems[failure.code];
  const issues = failure.issues.slice(0, mostErrors).flatMap(byField).slice(0, mostErrors);
  const errors = [
    ...issues.map((issue) => fieldError(issue, at.locale)),
    ...failure.fields.slice(0, mostErrors).map((field) => describeField(field, at.locale)),
  ];
  return {
    type: `${at.baseUrl ?? ''}/problems/${failure.code}`,
    title: phrase(kind.title, at.locale),
    status: kind.status,
    detail: phrase(kind.detail, at.locale, { ...spoken(failure.params, at.locale), requestId: at.requestId }),
    instance: at.instance,
    code: failure.code,
    requestId: at.requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** More than any form of ours can have wrong. A body of a megabyte with a hundred thousand fields is not answered with eight. */
const mostErrors = 1000;

/** Fields that nobody asked for come as one issue of what they stand in: one each, so that each is pointed at. */
const byField = (issue: IssueLike): IssueLike[] =>
  issue.keys?.slice(0, mostErrors).map((key) => ({ ...issue, path: [...issue.path, key], keys: [key] })) ?? [issue];

const spoken = (params: Params, locale: Locale): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? phrase(value, locale) : value]),
  );

const fieldLabel = (code: string) => fieldMessages[code] ?? { zh: code, en: code };

/** What a program is told to wait before it asks a service again that was not there. */
const retryAfterSeconds = 30;

/** Whether an answer of this status says when to come back. */
export const saysRetryAfter = (status: number): boolean => status === 429 || status === 503;

/** A problem as the answer to a request, in its language. */
export const detailsFor = (c: Context, failure: Problem): ProblemDetails =>
  problemDetails(failure, {
    locale: localeOf(c.req.header('accept-language')),
    instance: c.req.path,
    requestId: String(c.get('requestId') ?? ''),
    ...(process.env['PUBLIC_BASE_URL'] ? { baseUrl: process.env['PUBLIC_BASE_URL'] } : {}),
  });

/** Answers a request with a problem in its language. */
export function problemResponse(c: Context, failure: Problem): Response {
  const details = detailsFor(c, failure);
  const retryAfter = failure.params['seconds'] ?? retryAfterSeconds;
  return c.body(JSON.stringify(details), details.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': localeOf(c.req.header('accept-language')),
    ...(saysRetryAfter(details.status) ? { 'retry-after': String(retryAfter) } : {}),
  });
}
