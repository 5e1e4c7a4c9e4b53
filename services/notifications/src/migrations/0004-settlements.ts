import { Migration } from '@mikro-orm/migrations';

/** What has settled the notices of staff is kept: a notice that comes after it, out of turn, is settled too. */
export class SettlementsMigration extends Migration {
  override name = '0004-settlements';

  override up(): void {
    this.addSql(`create table settlement (
      entry_id uuid primary key,
      application_id uuid not null,
      organ_code text,
      at timestamptz not null
    )`);
    this.addSql('create index settlement_of_application on settlement (application_id)');
  }
}
