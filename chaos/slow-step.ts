import { databases, rows, type DatabaseUrl } from './verdict/facts.ts';

/** The engine waits 30 s for a step. */
const tooLongSeconds = 32;

/**
 * The first decision of a run that is settled takes longer than the engine waits: it asks for the step again while the first try goes on,
 * and both come to their end. A trigger in the run's own database makes it wait; the services have no switch for it.
 */
export async function slowDownAStep(urlOf: DatabaseUrl): Promise<void> {
  const filing = urlOf(databases.filing);
  await rows(filing, 'create sequence settled_decisions');
  await rows(filing, 'create table slow_decision (id uuid)');
  // Its name is before that of any other trigger, and so is its turn. What the service may not use, the function may.
  await rows(
    filing,
    `create function delay_settling() returns trigger security definer language plpgsql as $$ begin
       if old.applied_at is null and new.applied_at is not null and nextval('settled_decisions') = 1 then
         insert into slow_decision values (new.id);
         perform pg_sleep(${tooLongSeconds});
       end if;
       return new;
     end $$`,
  );
  await rows(
    filing,
    'create trigger delay_settling before update on decision for each row execute function delay_settling()',
  );
}
