import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pRetry from 'p-retry';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';
import { signIn } from '@beian/testkit/sign-in.ts';

/** A request that was answered with something else than expected. The message holds status and body. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(what: string, status: number, body: unknown) {
    super(`${what}: ${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** What should answer is away, at the last try too. */
class Away extends Error {
  readonly answer: Response;
  constructor(answer: Response) {
    super('away');
    this.answer = answer;
  }
}

/** Someone at the gateway: a cookie after sign-in, a program's token, or nobody. Every method fails on an answer that is not 2xx. */
export class Session {
  readonly baseUrl: string;
  cookie: string;
  readonly token: string;
  constructor(baseUrl: string, cookie: string, token = '') {
    this.baseUrl = baseUrl;
    this.cookie = cookie;
    this.token = token;
  }

  static async of(baseUrl: string, username: string, password: string, as: 'personal' | 'legal' | 'staff') {
    return new Session(baseUrl, await signIn(baseUrl, { username, password, as }));
  }

  /** A program with its API credential: it may act for the five minutes of one token. */
  static async ofProgram(baseUrl: string, { id, secret }: { id: string; secret: string }): Promise<Session> {
    const answer = await fetch(new URL('/auth/token', baseUrl), {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const said = (await answer.json()) as { access_token?: string };
    if (!said.access_token) throw new UnexpectedAnswer('POST /auth/token', answer.status, said);
    return new Session(baseUrl, '', said.access_token);
  }

  /** The session as cookies of a browser. */
  cookies(): { name: string; value: string; url: string }[] {
    return this.cookie.split('; ').map((one) => {
      const [name = '', ...value] = one.split('=');
      return { name, value: value.join('='), url: this.baseUrl };
    });
  }

  static nobody(baseUrl: string) {
    return new Session(baseUrl, '');
  }

  /**
   * The raw answer, whatever its status. A POST that is repeated is known by its key. Who gets no answer, or hears that a service is away, sends
   * the same again, as docs/api.md has it.
   */
  async request(method: string, path: string, body?: unknown, key: string = crypto.randomUUID()): Promise<Response> {
    const ask = async () => {
      const answer = await this.#once(method, path, body, key);
      if (answer.status === 503) throw new Away(answer);
      return answer;
    };
    return pRetry(ask, { retries: 4, minTimeout: 500 }).catch((error: unknown) => {
      if (error instanceof Away) return error.answer;
      throw error;
    });
  }

  #once(method: string, path: string, body: unknown, key: string): Promise<Response> {
    const form = body instanceof FormData;
    return fetch(new URL(path, this.baseUrl), {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(method === 'GET' ? {} : { origin: new URL(this.baseUrl).origin, 'x-requested-with': 'beian' }),
        ...(method === 'POST' ? { 'idempotency-key': key } : {}),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : form ? body : JSON.stringify(body),
    });
  }

  async #json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.request(method, path, body);
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new UnexpectedAnswer(`${method} ${path}`, response.status, answer);
    return answer as T;
  }

  get<T>(path: string): Promise<T> {
    return this.#json<T>('GET', path);
  }
  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#json<T>('POST', path, body);
  }
  put<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('PUT', path, body);
  }

  /** Uploads a file from disk; answers its document id. */
  async upload(kind: DocumentKind, file: string): Promise<string> {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new File([await readFile(file)], basename(file)));
    const stored = await this.#json<{ id: string }>('POST', '/api/documents', form);
    return stored.id;
  }

  async bytes(path: string): Promise<Uint8Array> {
    const response = await this.request('GET', path);
    if (!response.ok) throw new UnexpectedAnswer(`GET ${path}`, response.status, await response.text());
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Asks until the answer satisfies, at most `seconds`; the last answer is in the error. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  holds: (value: T) => boolean,
  seconds = 60,
): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`${what}: not within ${seconds} s; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
