import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';

const keptMs = 180 * 24 * 3_600_000;

/** Forgets notifications after 180 days with their marks and deliveries; timelines keep what happened. */
export async function forgetOldNotifications(deps: Deps): Promise<void> {
  const before = [new Date(deps.clock.now().getTime() - keptMs)];
  const em = deps.orm.em.fork();
  const [old] = await em.execute<{ n: string }[]>('select count(*) n from notification where created_at < ?', before);
  if (Number(old?.n ?? 0) === 0) return;
  await mutate(deps, { kind: 'system', name: 'notifications' }, { action: 'notification.forget' }, async (change) => {
    await change.em.execute('delete from notification where created_at < ?', before, 'run');
    await change.em.execute('delete from delivery where created_at < ?', before, 'run');
    await change.em.execute('delete from settlement where at < ?', before, 'run');
    change.record({ subject: 'notifications', data: { count: Number(old?.n) } });
  });
}
