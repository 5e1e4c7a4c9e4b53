import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ChainHead } from '@beian/contracts/audit.ts';
import { problem } from '../problem.ts';

export type { ChainHead };

/** Where the ends of a chain are published, and nobody can take them back. */
export type ChainHeads = {
  publish(head: ChainHead): Promise<void>;
  /** What the service has published behind a place of its chain, in the order of `seq`. */
  published(after: number): AsyncIterable<ChainHead>;
};

/** Documents keeps them in a bucket with object lock; `ownToken` says whose chain it is. `upstream.unavailable` when it does not answer. */
export function chainHeadsAt(documentsUrl: string, ownToken: () => Promise<string>): ChainHeads {
  const ask = async (method: 'GET' | 'POST', query: string, head?: ChainHead): Promise<Response> => {
    const response = await fetch(new URL(`/internal/audit-heads${query}`, documentsUrl), {
      method,
      headers: { authorization: `Bearer ${await ownToken()}`, 'content-type': 'application/json' },
      ...(head ? { body: JSON.stringify(head) } : {}),
      signal: AbortSignal.timeout(20_000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'documents' }, cause });
    });
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'documents' } });
    return response;
  };
  return {
    publish: async (head) => {
      await (await ask('POST', '', head)).body?.cancel();
    },
    published: async function* (after) {
      const { body } = await ask('GET', `?after=${after}`);
      if (!body) return;
      const input = Readable.fromWeb(body as never);
      try {
        for await (const line of createInterface({ input })) yield ChainHead.parse(JSON.parse(line));
      } finally {
        // Whoever needs no more closes the connection: nothing goes on sending behind it.
        input.destroy();
      }
    },
  };
}
