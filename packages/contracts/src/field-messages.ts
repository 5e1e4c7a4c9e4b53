import { appealsMessages } from './field-messages/appeals.messages.ts';
import { businessMessages } from './field-messages/business.messages.ts';
import { contentMessages } from './field-messages/content.messages.ts';
import { delegationMessages } from './field-messages/delegations.messages.ts';
import { dictionariesMessages } from './field-messages/dictionaries.messages.ts';
import { formMessages } from './field-messages/form.messages.ts';
import { notificationsMessages } from './field-messages/notifications.messages.ts';
import { organsMessages } from './field-messages/organs.messages.ts';
import { reviewMessages } from './field-messages/review.messages.ts';
import { transferMessages } from './field-messages/transfers.messages.ts';
import type { Locale } from './problems.ts';
import { phrase } from './problems.ts';
import type { Label } from './vocabulary.ts';

/** What is wrong with one field and how to mend it, by code. Schemas name these codes as their error texts. */
export const fieldMessages: Readonly<Record<string, Label>> = {
  ...formMessages,
  ...businessMessages,
  ...reviewMessages,
  ...appealsMessages,
  ...notificationsMessages,
  ...organsMessages,
  ...contentMessages,
  ...transferMessages,
  ...delegationMessages,
  ...dictionariesMessages,
};

/** The part of a zod issue that a message needs. */
export type IssueLike = {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  input?: unknown;
  expected?: unknown;
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  keys?: readonly string[];
};

const codeOf = (issue: IssueLike): string => {
  if (Object.hasOwn(fieldMessages, issue.message)) return issue.message;
  const isNumber = issue.origin === 'number' || issue.origin === 'int';
  switch (issue.code) {
    case 'invalid_type':
      return /received (undefined|null)/.test(issue.message) || issue.input === undefined ? 'required' : 'type.wrong';
    case 'too_small':
      return isNumber ? 'number.too-small' : 'text.empty';
    case 'too_big':
      return isNumber ? 'number.too-big' : issue.origin === 'array' ? 'list.too-long' : 'text.too-long';
    case 'invalid_value':
    case 'invalid_union':
      return 'value.not-allowed';
    case 'unrecognized_keys':
      return 'field.unknown';
    default:
      return 'format.wrong';
  }
};

/** JSON pointer (RFC 6901) of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One entry of a problem's `errors`, the same in the browser and from the server. */
export function fieldError(issue: IssueLike, locale: Locale): { pointer: string; code: string; message: string } {
  const code = codeOf(issue);
  const params = {
    expected: String(issue.expected ?? ''),
    minimum: String(issue.minimum ?? ''),
    maximum: String(issue.maximum ?? ''),
    keys: issue.keys?.join(', ') ?? '',
  };
  return { pointer: pointerOf(issue.path), code, message: fieldMessage(code, locale, params) };
}

/** The text of a field code. */
export const fieldMessage = (code: string, locale: Locale, params: Record<string, string | number> = {}): string =>
  phrase(fieldMessages[code] ?? fieldMessages['format.wrong'] ?? { zh: code, en: code }, locale, params);
