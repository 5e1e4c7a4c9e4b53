import { Migration } from '@mikro-orm/migrations';

/** By which programs of filers sign in. */
export class ApiCredentialMigration extends Migration {
  override name = '0005-api-credential';

  override up(): void {
    this.addSql(`create table api_credential (
      id uuid primary key,
      account_id uuid not null references account (id) deferrable initially deferred,
      name text not null,
      secret_hash text not null,
      created_at timestamptz not null,
      valid_until timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint api_credential_lasts_a_year_at_most
        check (created_at < valid_until and valid_until <= created_at + interval '365 days')
    )`);
    this.addSql('create index api_credential_of on api_credential (account_id, id)');
  }
}
