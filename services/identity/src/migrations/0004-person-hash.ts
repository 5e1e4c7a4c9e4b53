import { Migration } from '@mikro-orm/migrations';

/** By which a transfer finds its recipient: filled in at each sign-in, so that accounts of before have it from their next one on. */
export class PersonHashMigration extends Migration {
  override name = '0004-person-hash';

  override up(): void {
    this.addSql('alter table account add column person_hash text');
    this.addSql('create index account_of_person on account (person_hash) where person_hash is not null');
  }
}
