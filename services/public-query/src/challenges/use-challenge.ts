import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';

/** Uses a solved challenge up for its purpose: the database lets each be used once, whoever comes first. `captcha.invalid` or `captcha.used`. */
export async function useChallenge(
  deps: Deps,
  { captcha, purpose, action }: { captcha: string; purpose: CaptchaPurpose; action: string },
): Promise<void> {
  const { nonce, expiresAt } = await deps.challenges.check(captcha, purpose);
  await mutate(deps, { kind: 'nobody' }, { action }, async (change) => {
    const fresh = await change.em.execute<unknown[]>(
      'insert into used_challenge (nonce, expires_at) values (?, ?) on conflict do nothing returning nonce',
      [nonce, expiresAt],
    );
    if (fresh.length === 0) throw problem('captcha.used');
    change.record({ subject: 'challenge' });
  });
}

/** Forgets challenges that have expired: they are refused for that already. */
export async function forgetOldChallenges(deps: Deps): Promise<void> {
  const past = [new Date(deps.clock.now().getTime() - 60_000)];
  const [old] = await deps.orm.em
    .fork()
    .execute<{ n: string }[]>('select count(*) n from used_challenge where expires_at < ?', past);
  if (Number(old?.n) === 0) return;
  await mutate(deps, { kind: 'system', name: 'public-query' }, { action: 'challenge.forget' }, async (change) => {
    await change.em.execute('delete from used_challenge where expires_at < ?', past, 'run');
    change.record({ subject: 'used-challenges', data: { count: Number(old?.n) } });
  });
}
