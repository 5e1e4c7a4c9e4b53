import { Migration } from '@mikro-orm/migrations';

/** Changes: parts of an application, each filing's content as it is asked for, organs that read along, and devices of past versions. */
export class ChangeMigration extends Migration {
  override name = '0006-change';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table application add column parent_id uuid references application (id) deferrable initially deferred`,
  `create index application_parts on application (parent_id, id) where parent_id is not null`,
  `create table application_filing_version (
    id uuid primary key,
    application_version_id uuid not null references application_version (id) deferrable initially deferred,
    filing_id uuid not null references filing (id) deferrable initially deferred,
    filing_number char(15) not null,
    content jsonb not null,
    sealed bytea not null,
    constraint filing_once_per_version unique (application_version_id, filing_id)
  )`,
  // A version of a change may bring several device tables, each once, however many filings get it.
  `alter table application_device add column document_id uuid`,
  `alter table application_device drop constraint application_device_pkey`,
  `create unique index application_device_once on application_device (application_version_id, document_id, serial) nulls not distinct`,
  `create table application_observer (
    application_id uuid not null references application (id) deferrable initially deferred,
    organ_code text not null,
    primary key (application_id, organ_code)
  )`,
  `create index application_observed_by on application_observer (organ_code)`,
  // Which organ a version was filed with: a change may move a filing to another county.
  `alter table filing_version add column organ_code text, add column organ_name text`,
  `update filing_version v set organ_code = f.organ_code, organ_name = f.organ_name from filing f where f.id = v.filing_id`,
  `alter table filing_version alter column organ_code set not null, alter column organ_name set not null`,
  // \`device\` stays the table of today; what a change replaced or removed lives on here, and only that.
  `alter table device add column from_version int not null default 1`,
  `create table former_device (
    filing_id uuid not null references filing (id) deferrable initially deferred,
    serial int not null,
    from_version int not null,
    until_version int not null check (until_version > from_version),
    row jsonb not null,
    primary key (filing_id, serial, from_version)
  )`,
];
