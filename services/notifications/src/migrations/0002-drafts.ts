import { Migration } from '@mikro-orm/migrations';

/** Notifications of drafts belong to no application yet. */
export class DraftsMigration extends Migration {
  override name = '0002-drafts';

  override up(): void {
    for (const column of ['application_id', 'application_number', 'organ_code']) {
      this.addSql(`alter table notification alter column ${column} drop not null`);
    }
  }
}
