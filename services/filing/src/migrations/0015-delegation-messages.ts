import { Migration } from '@mikro-orm/migrations';

/** What has been told of a delegation, and when the next message is due. Of those that are there already the grant is no news. */
export class DelegationMessagesMigration extends Migration {
  override name = '0015-delegation-messages';

  override up(): void {
    this.addSql(`alter table delegation
      add column told text check (told in ('granted', 'expiring', 'expired', 'revoked')),
      add column tell_at timestamptz`);
    this.addSql(`update delegation set told = case when revoked_at is null then 'granted' else 'revoked' end,
      tell_at = case when revoked_at is null then now() end`);
    this.addSql('create index delegation_to_tell on delegation (tell_at) where tell_at is not null');
  }
}
