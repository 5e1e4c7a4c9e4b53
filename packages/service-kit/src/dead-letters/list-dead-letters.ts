import { z } from 'zod';
import type { DeadLetter, DeadLetterList } from '@beian/contracts/dead-letters.ts';
import type { PageQuery } from '@beian/contracts/common.ts';
import type { AuditChain, DeadLetterKind } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor } from '../actor.ts';
import type { Orm } from '../database.ts';
import { decodeCursor, page } from '../pagination.ts';
import { problem } from '../problem.ts';

/** 运维员, or the operators' command, which speaks as a service. */
export function requireOperator(actor: Actor): Actor {
  if (actor.kind === 'service') {
    if (actor.name !== 'operations') throw problem('auth.forbidden');
    return actor;
  }
  return requireStaff(actor, 'operator');
}

const Position = z.tuple([z.string().refine((at) => !Number.isNaN(Date.parse(at))), z.string()]);

type Row = {
  id: string;
  kind: DeadLetterKind;
  consumer: string | null;
  type: string | null;
  subject: string | null;
  reason: string | null;
  deliveries: number;
  at: string;
};

const parked = `
  select consumer || '/' || event_id as id, 'unhandled_event' as kind, consumer, type, subject, reason, deliveries, at
    from parked_event
  union all
  select 'outbox/' || seq, case lane when 'event' then 'unsent_event' else 'unsent_message' end, null,
      coalesce(payload ->> 'type', payload ->> 'signal', payload ->> 'op'), aggregate,
      split_part(last_error, ':', 1), attempts, parked_at
    from outbox where parked_at is not null`;

/** What a service has given up: events that it could not handle, and what its relay could not send; the newest first. One statement. */
export async function listDeadLetters(
  { orm, service }: { orm: Orm; service: string },
  by: Actor,
  { cursor, limit }: PageQuery,
): Promise<DeadLetterList> {
  requireOperator(by);
  const [at = 'infinity', id = ''] = decodeCursor(cursor, Position) ?? [];
  const rows = await orm.em
    .fork()
    .execute<Row[]>(
      `select * from (${parked}) d where (at, id) < (?::timestamptz, ?) order by at desc, id desc limit ${limit + 1}`,
      [at, id],
    );
  const { items, next } = page(rows, limit, (row) => [row.at, row.id]);
  return { items: items.map((row) => presentDeadLetter(service, row)), ...(next ? { next } : {}) };
}

const presentDeadLetter = (service: string, { id, kind, consumer, type, subject, ...row }: Row): DeadLetter => ({
  service: service as AuditChain,
  id,
  kind,
  ...(consumer ? { consumer } : {}),
  ...(type ? { type } : {}),
  ...(subject ? { subject } : {}),
  reason: row.reason ?? 'unknown',
  deliveries: row.deliveries,
  at: new Date(row.at).toISOString(),
});

/** How many there are, for the metrics. */
export async function countDeadLetters(orm: Orm): Promise<number> {
  const [row] = await orm.em.fork().execute<{ n: string }[]>(`select count(*) n from (${parked}) d`);
  return Number(row?.n ?? 0);
}
