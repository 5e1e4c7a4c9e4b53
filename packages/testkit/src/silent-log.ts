import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createLog, type Log } from '@beian/service-kit/log.ts';

/** A log that tests do not print; set BEIAN_TEST_LOG=info to see it. */
export const testLog: Log = createLog({ service: 'test', level: process.env['BEIAN_TEST_LOG'] ?? 'silent' });

/** A log whose lines are kept, as they would be written, for tests of what is said and what is not. */
export function aKeptLog(): { log: Log; lines: readonly string[] } {
  const lines: string[] = [];
  const kept = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(String(line)), done()) });
  return { log: pino(kept), lines };
}
