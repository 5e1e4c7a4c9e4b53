import { createLog, type Log } from '@beian/service-kit/log.ts';

/** A log that tests do not print; set BEIAN_TEST_LOG=info to see it. */
export const testLog: Log = createLog({ service: 'test', level: process.env['BEIAN_TEST_LOG'] ?? 'silent' });
