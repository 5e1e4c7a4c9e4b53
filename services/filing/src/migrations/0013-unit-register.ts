import { Migration } from '@mikro-orm/migrations';

/** The names of units by credit code, one after the other; those of filings that exist are entered now. */
export class UnitRegisterMigration extends Migration {
  override name = '0013-unit-register';

  override up(): void {
    this.addSql(`create table unit_name (
      uscc char(18) not null,
      since timestamptz not null,
      name text not null,
      type text not null,
      application_id uuid not null references application (id) deferrable initially deferred,
      primary key (uscc, since)
    )`);
    this.addSql(`insert into unit_name (uscc, since, name, type, application_id)
      select distinct on (f.uscc) f.uscc, f.registered_at, v.content -> 'unit' ->> 'name', v.content -> 'unit' ->> 'type', f.application_id
      from filing f join filing_version v on v.filing_id = f.id and v.number = 1
      order by f.uscc, f.registered_at`);
  }
}
