import { precheckNotices } from './precheck-notices.ts';
import type { PrecheckText } from './precheck-text.ts';
import { precheckWarnings } from './precheck-warnings.ts';
import type { PrecheckCode } from './precheck.ts';

/** The findings of the pre-check (N4), by their codes, in the order in which they are listed. */
export const precheckTexts = { ...precheckWarnings, ...precheckNotices } as const satisfies Record<
  PrecheckCode,
  PrecheckText
>;
