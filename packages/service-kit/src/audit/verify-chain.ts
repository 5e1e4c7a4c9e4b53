import type { AuditFault, AuditVerification } from '@beian/contracts/audit.ts';
import type { Orm, SqlEntityManager } from '../database.ts';
import type { ChainHead, ChainHeads } from './chain-heads.ts';
import { genesis, hashOf } from './chain.rules.ts';
import { entriesAfter, type StoredEntry } from './stored-entries.ts';

/** Where a check goes on: the last entry that the step before has found sound. */
export type Place = { seq: number; hash: string };
const start: Place = { seq: 0, hash: genesis.toString('hex') };

const atOnce = 1000;

/**
 * Checks a chain link by link against itself and against the heads that were published of it, in the order of `seq`, `limit` entries at
 * most; holds a thousand of them at a time. Names the first entry that is wrong. Where there is more, `next` says from where.
 */
export async function verifyChain(
  orm: Orm,
  published: Pick<ChainHeads, 'published'>,
  { after = start, limit }: { after?: Place | undefined; limit: number },
): Promise<AuditVerification> {
  const heads = published.published(after.seq)[Symbol.asyncIterator]();
  try {
    return await compare(orm.em.fork(), heads, { after, limit });
  } finally {
    await heads.return?.();
  }
}

async function compare(
  em: SqlEntityManager,
  heads: AsyncIterator<ChainHead>,
  { after, limit }: { after: Place; limit: number },
): Promise<AuditVerification> {
  const next = async (): Promise<ChainHead | undefined> => {
    const { done, value } = await heads.next();
    return done ? undefined : value;
  };
  let expected = await next();
  let place: { seq: number; hash: Buffer } = { seq: after.seq, hash: Buffer.from(after.hash, 'hex') };
  let [checked, compared] = [0, 0];
  const soFar = () => ({ checked, compared });
  const here = () => ({ seq: place.seq, hash: place.hash.toString('hex') });

  while (checked < limit) {
    const rows = await entriesAfter(em, place.seq, Math.min(atOnce, limit - checked));
    for (const row of rows) {
      const fault = faultOf(row, place);
      if (fault) return { ...soFar(), fault: named(fault, place.seq + 1, row) };
      const hash = hashOf(place.hash, row.entry);
      for (; expected && expected.seq === row.seq; expected = await next()) {
        if (expected.hash !== hash.toString('hex')) return { ...soFar(), fault: named('replaced', row.seq, row) };
        compared += 1;
      }
      place = { seq: row.seq, hash };
      checked += 1;
    }
    if (rows.length > 0) continue;
    // Read after the entries: whatever the head tells of was there before it.
    const end = endFault(await headOf(em), here(), expected?.seq ?? 0);
    if (end?.fault === 'truncated' && (await entriesAfter(em, place.seq, 1)).length > 0) continue;
    return end ? { ...soFar(), fault: end } : { ...soFar(), head: here() };
  }
  return { ...soFar(), next: here() };
}

function faultOf({ seq, previous, hash, entry }: StoredEntry, place: { seq: number; hash: Buffer }) {
  if (seq !== place.seq + 1) return 'missing';
  if (!hash || !previous || !hashOf(previous, entry).equals(hash)) return 'altered';
  return previous.equals(place.hash) ? undefined : 'unlinked';
}

/** What does not fit at the end: entries are gone that the head or a published one tells of, or the service has not written the last. */
function endFault(head: Place, last: Place, published: number): AuditFault | undefined {
  if (Math.max(head.seq, published) > last.seq) return { fault: 'truncated', seq: last.seq + 1 };
  if (head.seq < last.seq) return { fault: 'inserted', seq: head.seq + 1 };
  return head.hash === last.hash ? undefined : { fault: 'replaced', seq: last.seq };
}

const named = (fault: AuditFault['fault'], seq: number, { entry }: StoredEntry): AuditFault =>
  fault === 'missing' ? { fault, seq } : { fault, seq, at: entry.at, action: entry.action };

/** What the service itself remembers as the end of its chain. */
export async function headOf(em: SqlEntityManager): Promise<Place> {
  const [row] = await em.execute<{ seq: string; hash: Buffer }[]>('select seq, hash from audit_head');
  if (!row) throw new Error('the audit chain has no head');
  return { seq: Number(row.seq), hash: row.hash.toString('hex') };
}
