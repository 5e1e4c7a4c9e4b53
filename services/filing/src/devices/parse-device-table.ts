import { Worker } from 'node:worker_threads';
import type { DeviceTable, UnreadableReason } from './device-table.rules.ts';

export type ParsedTable = { table: DeviceTable } | { reason: UnreadableReason };

const timeoutMs = 15_000;
const maxAtOnce = 2;
let running = 0;

/** More tables than cores want checking at this moment. */
export class ParserBusy extends Error {}

/**
 * Parses and lints a device table in a worker thread of bounded memory and time: a hostile file costs that worker, never the service.
 * `today` is YYYY-MM-DD in Beijing. Throws ParserBusy when both workers have been at work for the whole waiting time.
 */
export async function parseDeviceTable(bytes: Uint8Array, mediaType: string, today: string): Promise<ParsedTable> {
  const until = Date.now() + timeoutMs;
  while (running >= maxAtOnce) {
    if (Date.now() > until) throw new ParserBusy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  running += 1;
  try {
    return await inWorker({ bytes, mediaType, today });
  } finally {
    running -= 1;
  }
}

function inWorker(workerData: { bytes: Uint8Array; mediaType: string; today: string }): Promise<ParsedTable> {
  const worker = new Worker(new URL('./device-table.worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise<ParsedTable>((resolve) => {
    const end = (answer: ParsedTable) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ reason: 'took-too-long' }), timeoutMs);
    worker.once('message', (answer: ParsedTable) => end(answer));
    // Out of memory or a fault of the parser: the file is to blame, and the next request is fine.
    worker.once('error', () => end({ reason: 'too-large' }));
    worker.once('exit', () => end({ reason: 'not-a-spreadsheet' }));
  });
}
