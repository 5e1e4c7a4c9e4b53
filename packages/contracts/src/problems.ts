import type { Label } from './vocabulary.ts';
import { appealsProblems } from './problems/appeals.problems.ts';
import { applicationsProblems } from './problems/applications.problems.ts';
import { authProblems } from './problems/auth.problems.ts';
import { contentProblems } from './problems/content.problems.ts';
import { delegationsProblems } from './problems/delegations.problems.ts';
import { dictionariesProblems } from './problems/dictionaries.problems.ts';
import { documentsProblems } from './problems/documents.problems.ts';
import { filingsProblems } from './problems/filings.problems.ts';
import { notificationsProblems } from './problems/notifications.problems.ts';
import { organsProblems } from './problems/organs.problems.ts';
import { publicProblems } from './problems/public.problems.ts';
import { requestProblems } from './problems/request.problems.ts';
import { reviewProblems } from './problems/review.problems.ts';
import { transfersProblems } from './problems/transfers.problems.ts';
import type { ProblemKind } from './problems/problem-kind.ts';

export type { ProblemKind };
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The catalogue, by area. Each code has a page at /problems/{code}. */
export const problems = {
  ...requestProblems,
  ...authProblems,
  ...documentsProblems,
  ...applicationsProblems,
  ...filingsProblems,
  ...delegationsProblems,
  ...reviewProblems,
  ...appealsProblems,
  ...organsProblems,
  ...transfersProblems,
  ...contentProblems,
  ...dictionariesProblems,
  ...publicProblems,
  ...notificationsProblems,
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof problems;

/** RFC 9457 body, as every client receives it. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  requestId: string;
  errors?: { pointer: string; code: string; message: string }[];
};

/** Picks zh-CN or en from an Accept-Language header; Chinese when neither is asked for. */
export function localeOf(acceptLanguage: string | null | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = rest.map((r) => /^\s*q=([\d.]+)$/.exec(r)?.[1]).find((v) => v !== undefined);
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => entry.q > 0 && (entry.tag.startsWith('zh') || entry.tag.startsWith('en')))
    .toSorted((a, b) => b.q - a.q);
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}

/** The label in a locale, with `{name}` filled in. */
export const phrase = (label: Label, locale: Locale, params: Record<string, string | number> = {}): string =>
  (locale === 'en' ? label.en : label.zh).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
