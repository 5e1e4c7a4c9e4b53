import { DriverException } from '@mikro-orm/core';
import { z } from 'zod';
import { Problem } from '../problem.ts';

/**
 * Says what kind of failure it was and where, for operators. Never the message: a database quotes values in it, and a parser the text that
 * it could not read.
 */
export function faultReason(error: unknown): string {
  if (error instanceof Problem) return error.code;
  if (error instanceof z.ZodError) {
    return `unreadable: ${error.issues.map(({ path, code }) => `/${path.join('/')} ${code}`).join(', ')}`.slice(0, 300);
  }
  if (error instanceof SyntaxError) return 'unreadable: not JSON';
  if (error instanceof RangeError) return 'unreadable: unknown type of event';
  if (error instanceof DriverException) {
    const constraint = 'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : '';
    return `${error.name} ${error.code ?? ''}${constraint}`;
  }
  if (!(error instanceof Error)) return 'unknown';
  const frame = /\/((?:packages|services|workflows)\/[^():]+:\d+)/.exec(error.stack ?? '')?.[1];
  return frame === undefined ? error.name : `${error.name} at ${frame}`;
}
