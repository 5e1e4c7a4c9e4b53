import { countOf, databases, type DatabaseUrl } from './facts.ts';

/** What the safeguards have swallowed: events that came again, and steps of workflows that ran again. Faults that did no damage. */
export type Absorbed = { eventsAgain: number; stepsAgain: number; requestsAgain: number };

/** Counts it in the audit entries, where each repetition is on record. */
export async function readAbsorbed(urlOf: DatabaseUrl): Promise<Absorbed> {
  const again = (database: string, where: string) => countOf(urlOf(database), `audit_entry where ${where}`);
  const repeated = Object.values(databases).map((database) => again(database, `data @> '{"repeated": true}'`));
  return {
    eventsAgain: (await Promise.all(repeated)).reduce((sum, one) => sum + one, 0),
    stepsAgain: await again(databases.filing, `actor_kind = 'system' and data @> '{"again": true}'`),
    requestsAgain: await again(databases.filing, `actor_kind <> 'system' and data @> '{"again": true}'`),
  };
}
