import { Migration } from '@mikro-orm/migrations';

/** By which other departments ask what is filed. */
export class SharingCredentialMigration extends Migration {
  override name = '0007-sharing-credential';

  override up(): void {
    this.addSql(`create table sharing_credential (
      id uuid primary key,
      department text not null,
      purpose text not null,
      area text not null,
      secret_hash text not null,
      created_at timestamptz not null,
      valid_until timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint sharing_credential_lasts_a_year_at_most
        check (created_at < valid_until and valid_until <= created_at + interval '365 days')
    )`);
  }
}
