import { createHash } from 'node:crypto';
import type { Cast } from '../cast.ts';
import type { Facts } from './facts.ts';

/** Reads every document that an application names, as its owner, and compares it with what was uploaded; answers those that differ. */
export async function unreadableDocuments({ filers, accounts }: Cast, facts: Facts): Promise<string[]> {
  const named = new Set(facts.namedDocuments);
  const unreadable: string[] = [];
  for (const { id, ownerAccountId, sha256 } of facts.documents) {
    if (!named.has(id)) continue;
    const owner = ownerAccountId === accounts.lina ? filers.lina : filers.zhangwei;
    const bytes = await owner.bytes(`/api/documents/${id}/content`).catch(() => undefined);
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256) unreadable.push(id);
  }
  return unreadable;
}
