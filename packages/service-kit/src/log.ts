import { pino, type DestinationStream, type Logger } from 'pino';
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

/** So much waits in memory for a log that cannot be written; what comes then is dropped. */
const waitingBytes = 1_000_000;

/** A disk that is full, under the log alone or under everything, must not end a process: what it does is worth more than what it says. */
function patientOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: waitingBytes });
  // There is nowhere left to say it. The lines wait and are written with the next that can be.
  output.on('error', () => undefined);
  return output;
}

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
    patientOutput(),
  );
