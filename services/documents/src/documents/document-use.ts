import { z } from 'zod';
import { problem } from '@beian/service-kit/problem.ts';

export type Use = { id: string; ownerAccountId: string | null };

/** Which of some documents something in filing still needs: a draft, a unit, an application, a filing, or one that ended after a moment. */
export type DocumentUse = { stillUsed(documents: Use[], endedAfter: Date): Promise<Set<string>> };

const Answer = z.object({ ids: z.array(z.string()) });

/** Asks filing with a token of this service; `upstream.unavailable` when it does not answer: then nothing is removed. */
export const filingUse = (filingUrl: string, ownToken: () => Promise<string>): DocumentUse => ({
  stillUsed: async (documents, endedAfter) => {
    const response = await fetch(new URL('/internal/documents-in-use', filingUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${await ownToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ documents, endedAfter: endedAfter.toISOString() }),
      signal: AbortSignal.timeout(20_000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'filing' }, cause });
    });
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'filing' } });
    return new Set(Answer.parse(await response.json()).ids);
  },
});
