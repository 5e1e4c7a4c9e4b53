import { Worker } from 'node:worker_threads';
import type { Fixes } from './device-fixes.rules.ts';
import type { PlaceName } from './device-row.rules.ts';
import type { DeviceTable, UnreadableReason } from './device-table.rules.ts';

/** What a worker is asked: to check a table, or to write it anew with fixes. `today` is YYYY-MM-DD in Beijing, `places` what the dictionary calls places. */
export type TableJob = {
  bytes: Uint8Array;
  mediaType: string;
  today: string;
  places?: readonly PlaceName[];
  fixes?: Fixes;
};
export type Unreadable = { reason: UnreadableReason };
export type CheckedTable = { table: DeviceTable };
export type FixedTable = { bytes: Uint8Array; applied: number; unknown: string[] };

export const workerMemory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 } as const;
const timeoutMs = 15_000;
const maxAtOnce = 2;
let running = 0;

/** More tables than cores want checking at this moment. */
export class ParserBusy extends Error {}

/**
 * Parses and lints a device table in a worker thread of bounded memory and time: a hostile file costs that worker, never the service.
 * Throws ParserBusy when both workers have been at work for the whole waiting time.
 */
export const parseDeviceTable = (
  bytes: Uint8Array,
  mediaType: string,
  today: string,
  places: readonly PlaceName[] = [],
) => inWorker<CheckedTable>({ bytes, mediaType, today, places });

/** Writes a device table anew with fixes applied, in such a worker; throws the same. */
export const fixDeviceTable = (job: TableJob & { fixes: Fixes }) => inWorker<FixedTable>(job);

async function inWorker<Answer>(job: TableJob): Promise<Answer | Unreadable> {
  const until = Date.now() + timeoutMs;
  while (running >= maxAtOnce) {
    if (Date.now() > until) throw new ParserBusy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  running += 1;
  try {
    return await answered(job);
  } finally {
    running -= 1;
  }
}

function answered<Answer>(job: TableJob): Promise<Answer | Unreadable> {
  const worker = new Worker(new URL('./device-table.worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: workerMemory,
  });
  return new Promise<Answer | Unreadable>((resolve) => {
    const end = (answer: Answer | Unreadable) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ reason: 'took-too-long' }), timeoutMs);
    worker.once('message', (answer: Answer | Unreadable) => end(answer));
    // Out of memory or a fault of the parser: the file is to blame, and the next request is fine.
    worker.once('error', () => end({ reason: 'too-large' }));
    worker.once('exit', () => end({ reason: 'not-a-spreadsheet' }));
  });
}
