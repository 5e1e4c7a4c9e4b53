import type { Delegation } from '@beian/contracts/delegations.ts';
import type { Session } from './session.ts';

/** A person may have one delegation at a time: what was granted before is over. */
export async function nothingGranted(holder: Session): Promise<void> {
  const { items } = await holder.get<{ items: Delegation[] }>('/api/delegations');
  for (const { id, status } of items)
    if (status === 'active' || status === 'upcoming') await holder.post(`/api/delegations/${id}/revocation`);
}
