import { Client } from 'pg';
import type { ApplicationKind, ApplicationStatus, TimelineKind } from '@beian/contracts/vocabulary.ts';

/** What the databases of the platform hold when it has come to rest. */
export type Facts = {
  applications: { id: string; number: string; kind: ApplicationKind; status: ApplicationStatus; part: boolean }[];
  timeline: { id: string; applicationId: string; entry: TimelineKind }[];
  /** `holders`: accounts that hold it now. */
  filings: {
    number: string;
    registrationId: string;
    status: string;
    version: number;
    versions: number;
    organCode: string;
    holders: string[];
    taken: number;
  }[];
  /** How many notifications there are of an entry of a timeline, and how many audiences have one. */
  notifications: { entryId: string; rows: number; audiences: number }[];
  /** The public register. */
  register: { number: string; version: number; organCode: string | null; cancelled: boolean }[];
  /** Documents that applications name. */
  documents: { id: string; ownerAccountId: string | null; sha256: string; kept: boolean }[];
  namedDocuments: string[];
  /** Messages that were not sent, and events that a consumer gave up. */
  unsent: { service: string; rows: number; parked: number; given_up: number }[];
};

/** The services with a database, and what it is called. */
export const databases = {
  identity: 'beian_identity',
  filing: 'beian_filing',
  documents: 'beian_documents',
  'public-query': 'beian_public_query',
  notifications: 'beian_notifications',
} as const;
export type DatabaseUrl = (database: string) => string;

/** Reads everything that the verdict is about, straight from PostgreSQL. */
export async function readFacts(urlOf: DatabaseUrl): Promise<Facts> {
  const filing = databases.filing;
  return {
    applications: await rows(
      urlOf(filing),
      'select id, number, kind, status, parent_id is not null as part from application',
    ),
    timeline: await rows(
      urlOf(filing),
      'select id, application_id as "applicationId", kind as entry from timeline_entry',
    ),
    filings: await rows(
      urlOf(filing),
      `select number, application_id as "registrationId", status, version, organ_code as "organCode",
         (select count(*)::int from filing_version v where v.filing_id = f.id) as versions,
         array(select account_id::text from holding h where h.filing_id = f.id and h.until_at is null) as holders,
         (select count(*)::int from application_filing a where a.filing_id = f.id and a.open) as taken
       from filing f`,
    ),
    notifications: await rows(
      urlOf(databases.notifications),
      `select entry_id as "entryId", count(*)::int as rows, count(distinct audience)::int as audiences from notification group by entry_id`,
    ),
    register: await rows(
      urlOf(databases['public-query']),
      'select number, version, organ_code as "organCode", cancelled_at is not null as cancelled from register_entry',
    ),
    documents: await rows(
      urlOf(databases.documents),
      'select id, owner_account_id as "ownerAccountId", sha256, kept_at is not null as kept from document',
    ),
    namedDocuments: (
      await rows<{ id: string }>(
        urlOf(filing),
        'select distinct jsonb_array_elements_text(document_ids) as id from application_version',
      )
    ).map(({ id }) => id),
    unsent: await Promise.all(
      Object.entries(databases).map(async ([service, database]) => {
        const [counts] = await rows<{ rows: number; parked: number; given_up: number }>(
          urlOf(database),
          `select (select count(*)::int from outbox where parked_at is null) as rows,
             (select count(*)::int from outbox where parked_at is not null) as parked,
             (select count(*)::int from parked_event) as given_up`,
        );
        return { service, rows: 0, parked: 0, given_up: 0, ...counts };
      }),
    ),
  };
}

/** How many rows of a table there are, or of those that it is asked for: `audit_entry where …`. */
export async function countOf(url: string, from: string): Promise<number> {
  const [count] = await rows<{ n: number }>(url, `select count(*)::int as n from ${from}`);
  return count?.n ?? 0;
}

/** Runs one statement on a connection of its own. */
export async function rows<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
