/** A dependency that must answer for the service to be ready; rejects when it does not. `Note` when it is ready and less is done. */
export type Check = () => Promise<unknown>;

/** What an operator should know of a dependency that the service can do without. */
export class Note {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Readiness = { ready: boolean; checks: Record<string, string> };

/** Longer than each check waits by itself. */
const defaultPatienceMs = 1600;

/** Asks every dependency side by side and waits so long at most: one that hangs is named like one that is down. */
export async function readiness(
  checks: Readonly<Record<string, Check>>,
  patienceMs = defaultPatienceMs,
): Promise<Readiness> {
  const entries = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        const answer = await within(check(), patienceMs);
        return { name, up: true, state: answer instanceof Note ? answer.text : 'ok' };
      } catch (error) {
        const state = error instanceof Error ? (error.message || error.name).slice(0, 200) : 'failed';
        return { name, up: false, state };
      }
    }),
  );
  return {
    ready: entries.every(({ up }) => up),
    checks: Object.fromEntries(entries.map(({ name, state }) => [name, state])),
  };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
