import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What is read of a line that a service has logged. */
const Line = z.object({
  level: z.number(),
  time: z.iso.datetime(),
  service: z.string(),
  msg: z.string().catch(''),
  code: z.string().optional(),
  requestId: z.string().optional(),
  err: z.unknown(),
});

/** As pino counts: what nobody wanted to happen. */
const error = 50;
/** What begins with one fault goes on with the same words. */
const shown = 8;

/** The errors that the services of a platform logged between two moments, by their logs in `logDir`. */
export async function loggedErrors(logDir: string, from: Date, to: Date): Promise<string[]> {
  const found: { time: string; words: string }[] = [];
  for await (const file of glob('*.log', { cwd: logDir })) {
    for (const text of (await readFile(join(logDir, file), 'utf8')).split('\n')) {
      const line = lineOf(text);
      if (!line || line.level < error) continue;
      const at = new Date(line.time);
      if (at >= from && at <= to) found.push({ time: line.time, words: wordsOf(line) });
    }
  }
  return found
    .toSorted((a, b) => a.time.localeCompare(b.time))
    .slice(0, shown)
    .map(({ time, words }) => `${time.slice(11, 23)} ${words}`);
}

/** Servers of others log in words of their own. */
function lineOf(text: string): z.infer<typeof Line> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return Line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // the last line of a process that was killed
  }
}

function wordsOf({ service, msg, code, requestId, err }: z.infer<typeof Line>): string {
  const cause = typeof err === 'object' && err !== null && 'message' in err ? String(err.message) : String(err ?? '');
  return [`${service}: ${msg}`, code, cause.split('\n')[0], requestId].filter(Boolean).join(', ');
}
