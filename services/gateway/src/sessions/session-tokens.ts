import { createHash } from 'node:crypto';
import { z } from 'zod';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';

const Resolved = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

/** How long a token is used again without asking: signing out elsewhere takes effect within this time. */
const keptMs = 20_000;
const maxKept = 10_000;

export type SessionTokens = {
  /**
   * The actor token of a session's cookie; undefined when the session is over. `upstream.unavailable` when identity is away. `watching`:
   * for a page that only stays open, which does not keep a session from its end; asked anew each time.
   */
  tokenOf(sessionId: string, watching?: boolean): Promise<string | undefined>;
  /** Forgets a session at once, for signing out. */
  forget(sessionId: string): void;
  /** The same for every session, for signing out everywhere. */
  forgetAll(): void;
};

/** Turns session cookies into actor tokens by asking identity, at most once in 20 s for each session. */
export function sessionTokens({
  identityUrl,
  serviceSecret,
}: {
  identityUrl: string;
  serviceSecret: string;
}): SessionTokens {
  const kept = new Map<string, { token: Promise<string | undefined>; until: number }>();
  const keyOf = (sessionId: string) => createHash('sha256').update(sessionId).digest('base64url');

  const ask = async (sessionId: string, watching: boolean): Promise<string | undefined> => {
    const response = await fetch(new URL('/internal/sessions/resolve', identityUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await serviceToken('gateway', serviceSecret)}`,
      },
      body: JSON.stringify({ sessionId, watching }),
      signal: AbortSignal.timeout(5000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'identity' }, cause });
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'identity' } });
    return Resolved.parse(await response.json()).token;
  };

  return {
    tokenOf: (sessionId, watching = false) => {
      if (sessionId.length > 200) return Promise.resolve(undefined);
      if (watching) return ask(sessionId, true);
      const key = keyOf(sessionId);
      const known = kept.get(key);
      if (known && known.until > Date.now()) return known.token;
      if (kept.size >= maxKept) kept.clear();
      const token = ask(sessionId, false);
      kept.set(key, { token, until: Date.now() + keptMs });
      // A failure and an ended session are asked about again at the next request.
      token.then(
        (found) => found === undefined && kept.delete(key),
        () => kept.delete(key),
      );
      return token;
    },
    forget: (sessionId) => void kept.delete(keyOf(sessionId)),
    forgetAll: () => kept.clear(),
  };
}
