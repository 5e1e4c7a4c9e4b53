import type { z } from 'zod';
import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { wrongChoice } from '@beian/contracts/dictionary.rules.ts';
import { fieldError, fieldMessage } from '@beian/contracts/field-messages.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import { ApiProblem } from '../session/api-problem.ts';
import type { FieldError } from './error-summary.tsx';

const pathOf = (pointer: string): string => pointer.replace(/^#?\//, '').replaceAll('/', '.');

/** What the contract says of a form, in the same words as the server, the first message of each field. */
export function contractErrors(schema: z.ZodType, value: unknown, locale: Locale): FieldError[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return [];
  return firstOfEach(
    parsed.error.issues.map((issue) => {
      const { pointer, message } = fieldError(issue, locale);
      return { path: pathOf(pointer), message };
    }),
  );
}

/** What the dictionary of today says of a chosen code, in the same words as the server: one kept in a draft may be retired. */
export function choiceErrors(
  path: string,
  code: string | undefined,
  { dictionary, dictionaries, locale }: { dictionary: DictionaryName; dictionaries: Dictionaries; locale: Locale },
): FieldError[] {
  // Not read yet: the server will say it.
  if (code === undefined || dictionaries.items.length === 0) return [];
  const wrong = wrongChoice(dictionaries, dictionary, code);
  if (!wrong) return [];
  const spoken = Object.entries(wrong.params).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : phrase(value, locale),
  ]);
  return [{ path, message: fieldMessage(wrong.code, locale, Object.fromEntries(spoken)) }];
}

/** The fields that an answer found wrong; empty when the problem is about no field. */
export const answeredErrors = (error: unknown): FieldError[] =>
  error instanceof ApiProblem
    ? firstOfEach((error.details?.errors ?? []).map(({ pointer, message }) => ({ path: pathOf(pointer), message })))
    : [];

const firstOfEach = (errors: FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.path, error])).values()].toReversed();
