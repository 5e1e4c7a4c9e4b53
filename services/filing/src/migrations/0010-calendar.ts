import { Migration } from '@mikro-orm/migrations';

/** Days that the operators have set otherwise than the State Council's notices. */
export class CalendarMigration extends Migration {
  override name = '0010-calendar';

  override up(): void {
    this.addSql(`create table calendar_day (
      day date primary key,
      working boolean not null,
      name text not null,
      changed_by text not null,
      changed_at timestamptz not null
    )`);
  }
}
