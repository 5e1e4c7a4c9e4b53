import { createHash } from 'node:crypto';

/** Who did something, as the chain keeps it: ids and codes, never a name of a person. */
export type ChainedActor = {
  kind: string;
  id: string | null;
  /** Of staff: number, organ and roles at that time. */
  staffNo: string | null;
  organCode: string | null;
  organName: string | null;
  roles: string[] | null;
};

/** What of an entry the hash covers: everything but its place, which the link to the entry before gives. */
export type ChainedEntry = {
  id: string;
  /** ISO 8601, UTC, with microseconds. */
  at: string;
  actor: ChainedActor;
  action: string;
  subject: string;
  data: unknown;
  requestId: string | null;
};

/** What the first entry of a chain follows. */
export const genesis: Buffer = Buffer.alloc(32);

/** SHA-256 over the hash of the entry before and the entry as canonical JSON. */
export function hashOf(previous: Buffer, { id, at, actor, action, subject, data, requestId }: ChainedEntry): Buffer {
  const { kind, staffNo, organCode, organName, roles } = actor;
  const content = [id, at, kind, actor.id, staffNo, organCode, organName, roles, action, subject, data, requestId];
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify(sorted(content)))
    .digest();
}

/** A time of ours as the chain writes it. */
export const chainTime = (at: Date): string => `${at.toISOString().slice(0, -1)}000Z`;

/** The same value with the keys of its objects in order: a database may keep them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
