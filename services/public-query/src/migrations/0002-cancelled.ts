import { Migration } from '@mikro-orm/migrations';

/** A cancelled filing leaves the public query; its entry stays. */
export class CancelledMigration extends Migration {
  override name = '0002-cancelled';

  override up(): void {
    this.addSql('alter table register_entry add column cancelled_at timestamptz');
  }
}
