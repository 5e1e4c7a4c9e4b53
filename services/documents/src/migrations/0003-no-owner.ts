import { Migration } from '@mikro-orm/migrations';

/** Files of somebody without an account: evidence of an appeal without sign-in. */
export class NoOwnerMigration extends Migration {
  override name = '0003-no-owner';

  override up(): void {
    this.addSql('alter table document alter column owner_account_id drop not null');
  }
}
