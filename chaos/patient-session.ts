import { setTimeout as sleep } from 'node:timers/promises';
import { signIn, type Credentials } from '@beian/testkit/sign-in.ts';
import { Session } from '../e2e/journey/session.ts';

/** How the platform answered on the whole, and how often it had to be asked again. */
export type Traffic = { requests: number; repeated: number; statuses: Record<string, number> };

export const noTraffic = (): Traffic => ({ requests: 0, repeated: 0, statuses: {} });

const firstPauseMs = 100;
const longestPauseMs = 3000;
/** Longer than any outage of a run. */
const patienceMs = 300_000;

/**
 * A client as the API's documentation asks for: what had no answer, or one that tells to come again, is asked again under the same key.
 * It comes back sooner than `Retry-After` asks, which is the harder way for the platform. Signs in anew where a recent sign-in is needed.
 */
export class PatientSession extends Session {
  readonly #who: Credentials;
  readonly #traffic: Traffic;
  #signingIn: Promise<void> | undefined;

  constructor(baseUrl: string, who: Credentials, traffic: Traffic) {
    super(baseUrl, '');
    this.#who = who;
    this.#traffic = traffic;
  }

  override async request(method: string, path: string, body?: unknown, key = crypto.randomUUID()): Promise<Response> {
    return this.#patiently(`${method} ${path}`, async () => {
      if (this.cookie === '') await this.signIn();
      const answer = await super.request(method, path, body, key);
      // To its end: an answer that breaks off is none.
      const bytes = await answer.arrayBuffer();
      const text = () => new TextDecoder().decode(bytes);
      const { status, headers } = answer;
      this.#count(String(status));
      if (status >= 500) throw new Error(`${status} ${text().slice(0, 300)}`);
      if (status === 403 && text().includes('auth.step-up-required')) {
        await this.signIn();
        throw new Error('signed in anew');
      }
      return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers });
    });
  }

  /** Signs in, one request at a time. */
  signIn(): Promise<void> {
    this.#signingIn ??= signIn(this.baseUrl, this.#who)
      .then((cookie) => void (this.cookie = cookie))
      .finally(() => {
        this.#signingIn = undefined;
      });
    return this.#signingIn;
  }

  async #patiently<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const until = Date.now() + patienceMs;
    this.#traffic.requests += 1;
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Error) || Date.now() > until)
          throw new Error(`${what}: ${String(error)}`, { cause: error });
        if (error.name === 'TypeError') this.#count('no answer');
        this.#traffic.repeated += 1;
        await sleep(pause);
      }
    }
  }

  #count(status: string): void {
    this.#traffic.statuses[status] = (this.#traffic.statuses[status] ?? 0) + 1;
  }
}
