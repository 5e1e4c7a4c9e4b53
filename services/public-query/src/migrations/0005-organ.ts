import { Migration } from '@mikro-orm/migrations';

/** The organ of an entry, for whoever verifies a number. */
export class OrganMigration extends Migration {
  override name = '0005-organ';

  override up(): void {
    this.addSql('alter table register_entry add column organ_code text');
  }
}
