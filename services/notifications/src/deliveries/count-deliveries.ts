import type { Deps } from '../deps.ts';
import type { DeliveryState } from './delivery.entity.ts';

/** How many e-mails are in a state, for the metrics: `failed` grows while the mail server is away. */
export async function countDeliveries({ orm }: Pick<Deps, 'orm'>, state: DeliveryState): Promise<number> {
  const [counted] = await orm.em
    .fork()
    .execute<{ n: string }[]>(`select count(*) n from delivery where channel = 'email' and state = ?`, [state]);
  return Number(counted?.n ?? 0);
}
