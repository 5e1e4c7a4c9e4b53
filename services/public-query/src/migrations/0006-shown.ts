import { Migration } from '@mikro-orm/migrations';

/** The public query reads what it shows and nothing else: a unit whose filings are cancelled costs what an unknown one costs. */
export class ShownMigration extends Migration {
  override name = '0006-shown';

  override up(): void {
    this.addSql('create index shown_entry_of_unit on register_entry (uscc, number) where cancelled_at is null');
    this.addSql('drop index register_entry_of_unit');
  }
}
