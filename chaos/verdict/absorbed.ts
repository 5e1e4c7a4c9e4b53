import { databases, rows, type DatabaseUrl } from './facts.ts';

/** What the safeguards have swallowed: events that came again, and steps of workflows that ran again. Faults that did no damage. */
export type Absorbed = { eventsAgain: number; stepsAgain: number; requestsAgain: number };

/** Counts it in the audit entries, where each repetition is on record. */
export async function readAbsorbed(urlOf: DatabaseUrl): Promise<Absorbed> {
  const again = async (database: string, where: string) => {
    const [count] = await rows<{ n: number }>(
      urlOf(database),
      `select count(*)::int as n from audit_entry where ${where}`,
    );
    return count?.n ?? 0;
  };
  const repeated = Object.values(databases).map((database) => again(database, `data @> '{"repeated": true}'`));
  return {
    eventsAgain: (await Promise.all(repeated)).reduce((sum, one) => sum + one, 0),
    stepsAgain: await again(databases.filing, `actor_kind = 'system' and data @> '{"again": true}'`),
    requestsAgain: await again(databases.filing, `actor_kind <> 'system' and data @> '{"again": true}'`),
  };
}
