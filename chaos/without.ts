import { databases, rows, type DatabaseUrl } from './verdict/facts.ts';
import type { Damage } from './verdict/judge.ts';

/** What comes of taking it away, and the statements that do it. */
type TakenAway = { finds: Damage['what']; database: string; statements: readonly string[] };

/**
 * Safeguards that a control run takes away, to show that the verdict sees what comes of it. They are taken from the run's own databases:
 * the services have no switch for it.
 */
export const safeguards = {
  /** An event that is delivered again is handled again: no inbox, and nothing that knows a notification or a mail by its id. */
  inbox: {
    finds: 'doubled',
    database: databases.notifications,
    statements: [
      'alter table inbox drop constraint inbox_pkey',
      'alter table notification drop constraint one_notification_per_entry_and_audience',
      'alter table notification drop constraint notification_pkey cascade',
      'alter table delivery drop constraint delivery_pkey cascade',
    ],
  },
  /** A step of a workflow that is asked for again is taken again: the decision that is settled too slowly does not remember that it was. */
  activities: {
    finds: 'doubled',
    database: databases.filing,
    statements: [
      'alter table filing drop constraint one_filing_per_registration',
      `create function forget_settling() returns trigger security definer language plpgsql as $$ begin
         delete from slow_decision where id = new.id;
         if found then new.applied_at := null; end if;
         return new;
       end $$`,
      'create trigger forget_settling before update on decision for each row execute function forget_settling()',
    ],
  },
  /** Not every event is kept with the change that it tells of, as if it were sent without an outbox and a server were away. */
  outbox: {
    finds: 'lost',
    database: databases.filing,
    statements: [
      `create function forget_events() returns trigger language plpgsql as $$ begin
         if new.lane = 'event' and new.seq % 50 = 0 then return null; end if; return new; end $$`,
      'create trigger forget_events before insert on outbox for each row execute function forget_events()',
    ],
  },
} as const satisfies Record<string, TakenAway>;
export type Safeguard = keyof typeof safeguards;

export async function takeAway(safeguard: Safeguard, urlOf: DatabaseUrl): Promise<void> {
  const { database, statements } = safeguards[safeguard];
  for (const statement of statements) await rows(urlOf(database), statement);
}
