import { Migration } from '@mikro-orm/migrations';

/** The public register and the challenges that were used up. */
export class PublicQueryMigration extends Migration {
  override name = '0001-public-query';

  override up(): void {
    this.addSql(`create table register_entry (
      number char(15) primary key,
      uscc char(18) not null,
      registered_at timestamptz not null,
      version int not null
    )`);
    this.addSql('create index register_entry_of_unit on register_entry (uscc, number)');
    this.addSql('create table used_challenge (nonce text primary key, expires_at timestamptz not null)');
  }
}
