import { placeholders } from '../placeholders.ts';
import { idOf, viaOf, type Actor } from '../actor.ts';
import type { SqlEntityManager } from '../database.ts';
import { newId } from '../ids.ts';
import { chainTime, hashOf, type ChainedActor, type ChainedEntry } from './chain.rules.ts';

export type NewEntry = { subject: string; action: string; data: Record<string, unknown> };
type Written = { actor: Actor; requestId?: string | undefined; now: Date };
type Link = { seq: number; previous: Buffer; hash: Buffer; entry: ChainedEntry };

const columns = [
  ...['seq', 'id', 'at', 'actor_kind', 'actor_id', 'staff_no', 'organ_code', 'organ_name', 'roles', 'action'],
  ...['subject', 'data', 'request_id', 'previous_hash', 'hash'],
];

/**
 * Puts entries at the end of the service's chain: the last thing that a transaction does. The lock on the head makes one chain of
 * transactions that come at the same moment; it is held for one statement and the commit. Constraints that wait for the commit are
 * checked before it, so that nothing is waited for while it is held. Three statements.
 */
export async function appendEntries(em: SqlEntityManager, rows: readonly NewEntry[], written: Written): Promise<void> {
  await em.execute('set constraints all immediate', [], 'run');
  const [head] = await em.execute<{ seq: string; hash: Buffer }[]>('select seq, hash from audit_head for update');
  if (!head) throw new Error('the audit chain has no head');
  const links: Link[] = [];
  let [seq, previous] = [Number(head.seq), head.hash];
  for (const row of rows) {
    const entry = entryOf(row, written);
    seq += 1;
    const hash = hashOf(previous, entry);
    links.push({ seq, previous, hash, entry });
    previous = hash;
  }
  await em.execute(
    `with entries as (insert into audit_entry (${columns.join(',')}) values ${placeholders(links.length, columns.length)}) update audit_head set seq = ?, hash = ?`,
    [...links.flatMap(valuesOf), seq, previous],
    'run',
  );
}

function entryOf({ subject, action, data }: NewEntry, { actor, requestId, now }: Written): ChainedEntry {
  return {
    id: newId(),
    at: chainTime(now),
    actor: actorOf(actor),
    action,
    subject,
    // As the database will give it back: without what is undefined, dates as text.
    data: JSON.parse(JSON.stringify({ ...data, ...programOf(actor) })) as unknown,
    requestId: requestId ?? null,
  };
}

// Beside what the entry says, not in the columns of its actor: what the hash of an entry covers stays as it is.
const programOf = (actor: Actor): { credentialId?: string } => {
  const via = viaOf(actor);
  return via ? { credentialId: via.credentialId } : {};
};

function actorOf(actor: Actor): ChainedActor {
  const id = idOf(actor) ?? null;
  if (actor.kind !== 'staff') {
    return { kind: actor.kind, id, staffNo: null, organCode: null, organName: null, roles: null };
  }
  const { staffNo, organ, roles } = actor;
  return { kind: actor.kind, id, staffNo, organCode: organ.code, organName: organ.name, roles };
}

const valuesOf = ({ seq, previous, hash, entry: { id, at, actor, action, subject, data, requestId } }: Link) => [
  ...[seq, id, at, actor.kind, actor.id, actor.staffNo, actor.organCode, actor.organName],
  actor.roles === null ? null : JSON.stringify(actor.roles),
  ...[action, subject, JSON.stringify(data), requestId, previous, hash],
];
