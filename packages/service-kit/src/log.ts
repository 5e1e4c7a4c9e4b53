import { pino, type Logger } from 'pino';
import { loggedError } from './logged-error.ts';

export type Log = Logger;

/** Keys that may hold personal data or secrets: they never reach a log line, however deep a caller puts them. */
const secretKeys = [
  'name',
  'headName',
  'phone',
  'idNumber',
  'personHashes',
  'recipientName',
  'recipientIdNumber',
  'safetyOfficerName',
  'safetyOfficerPhone',
  'authorization',
  'cookie',
  'token',
  'secret',
  'client_secret',
  'access_token',
];

/** JSON lines on standard output, one per event, with the service's name. Written at once: the last words before an exit are not lost. */
export const createLog = ({ service, level = 'info' }: { service: string; level?: string }): Log =>
  pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
      serializers: { err: loggedError },
    },
    pino.destination({ dest: 1, sync: true }),
  );
