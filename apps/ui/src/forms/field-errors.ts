import type { z } from 'zod';
import './without-eval.ts';
import { fieldError } from '@beian/contracts/field-messages.ts';
import type { Locale } from '@beian/contracts/problems.ts';
import { ApiProblem } from '../session/api.ts';
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

/** The fields that an answer found wrong; empty when the problem is about no field. */
export const answeredErrors = (error: unknown): FieldError[] =>
  error instanceof ApiProblem
    ? firstOfEach((error.details?.errors ?? []).map(({ pointer, message }) => ({ path: pathOf(pointer), message })))
    : [];

const firstOfEach = (errors: FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.path, error])).values()].toReversed();
