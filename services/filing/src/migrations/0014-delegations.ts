import { Migration } from '@mikro-orm/migrations';

/** Delegations: who may act or read in a holder's place, and on whose behalf an application was submitted. */
export class DelegationsMigration extends Migration {
  override name = '0014-delegations';

  override up(): void {
    this.addSql(`create table delegation (
      id uuid primary key,
      holder_account_id uuid not null,
      holder_name text,
      uscc char(18) not null,
      unit_name text not null,
      grantee_hash text not null,
      sealed bytea not null,
      role text not null check (role in ('agent', 'reader')),
      letter_document_id uuid,
      valid_from date not null,
      valid_until date not null,
      created_at timestamptz not null,
      revoked_at timestamptz,
      constraint agent_has_letter check ((role = 'agent') = (letter_document_id is not null)),
      constraint period_has_days check (valid_from <= valid_until),
      constraint one_delegation_at_a_time exclude using gist (
        holder_account_id with =, uscc with =, grantee_hash with =, daterange(valid_from, valid_until, '[]') with &&
      ) where (revoked_at is null)
    )`);
    this.addSql('create index delegation_of_holder on delegation (holder_account_id, id desc)');
    this.addSql('create index delegation_to_grantee on delegation (grantee_hash, id desc) where revoked_at is null');
    this.addSql(`alter table application
      add column on_behalf_of uuid,
      add column delegation_id uuid references delegation (id) deferrable initially deferred,
      add constraint behalf_has_delegation check ((on_behalf_of is null) = (delegation_id is null))`);
    this.addSql(
      'create index application_on_behalf on application (on_behalf_of, id desc) where on_behalf_of is not null',
    );
  }
}
