import { useState } from 'react';
import type { FieldError } from './error-summary.tsx';

/** The error of a field until its value changes: what somebody has just mended no longer says that it is wrong. A new check shows it again. */
export function useUnmended(error: FieldError | undefined, value: unknown): FieldError | undefined {
  const [shown, setShown] = useState({ error, value });
  if (shown.error !== error) {
    setShown({ error, value });
    return error;
  }
  return Object.is(shown.value, value) ? error : undefined;
}
