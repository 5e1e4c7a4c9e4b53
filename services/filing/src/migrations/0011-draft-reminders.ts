import { Migration } from '@mikro-orm/migrations';

/** How often the owner of a draft has been reminded of it since the last save. */
export class DraftRemindersMigration extends Migration {
  override name = '0011-draft-reminders';

  override up(): void {
    this.addSql('alter table draft add column reminders int not null default 0');
  }
}
