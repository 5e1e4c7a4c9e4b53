import type { Label } from '../vocabulary.ts';

/** One failure that a client may meet. `retry`: whether trying the same again later can help (Temporal retries such activities). */
export type ProblemKind = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  retry: boolean;
  title: Label;
  detail: Label;
};

/** An entry of the catalogue: title and detail in Chinese and English; `{name}` in a detail is filled from the problem's parameters. */
export const kind = <Status extends ProblemKind['status']>(
  status: Status,
  title: [string, string],
  detail: [string, string],
  retry = false,
): ProblemKind & { status: Status } => ({
  status,
  retry,
  title: { zh: title[0], en: title[1] },
  detail: { zh: detail[0], en: detail[1] },
});
