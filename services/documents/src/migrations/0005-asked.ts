import { Migration } from '@mikro-orm/migrations';

/** When somebody last looked at a document to take it into use: the sweep waits for what comes of it. */
export class AskedMigration extends Migration {
  override name = '0005-asked';

  override up(): void {
    this.addSql('alter table document add column asked_at timestamptz');
  }
}
