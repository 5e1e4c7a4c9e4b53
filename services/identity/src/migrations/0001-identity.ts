import { Migration } from '@mikro-orm/migrations';

/** Divisions, organs, accounts, sessions. Foreign keys are checked at commit: the order of writing does not matter. */
export class IdentityMigration extends Migration {
  override name = '0001-identity';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table division (code text primary key, name text not null, parent_code text references division (code) deferrable initially deferred)`,
  `create index division_children on division (parent_code, code)`,
  `create table organ (
    code text primary key,
    name text not null,
    level text not null,
    division_code text not null constraint one_organ_per_division unique,
    superior_code text references organ (code) deferrable initially deferred
  )`,
  `create table account (
    id uuid primary key,
    kind text not null,
    subject_hash text not null constraint one_account_per_subject unique,
    sealed bytea not null,
    uscc char(18),
    unit_name text,
    staff_no text,
    roles jsonb not null,
    organ_code text references organ (code) deferrable initially deferred,
    created_at timestamptz not null,
    signed_in_at timestamptz not null
  )`,
  `create index account_of_organ on account (organ_code) where organ_code is not null`,
  `create table sign_in (
    state_hash text primary key,
    browser_hash text not null,
    verifier text not null,
    nonce text not null,
    return_to text not null,
    signs_in_as text not null,
    expires_at timestamptz not null
  )`,
  `create table session (
    id_hash text primary key,
    account_id uuid not null references account (id) deferrable initially deferred,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_of on session (account_id)`,
];
