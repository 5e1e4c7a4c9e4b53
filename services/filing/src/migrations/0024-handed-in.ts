import { Migration } from '@mikro-orm/migrations';

/** Who handed in each version, so that they do not decide about it. Of what was handed in before, only the clerk of a paper is known. */
export class HandedInMigration extends Migration {
  override name = '0024-handed-in';

  override up(): void {
    this.addSql(`create table handed_in (
      id uuid primary key,
      application_id uuid not null references application (id) deferrable initially deferred,
      version int not null,
      staff_account_id uuid,
      person_hash text,
      constraint handed_in_by_somebody check (staff_account_id is not null or person_hash is not null)
    )`);
    this.addSql('create index handed_in_of on handed_in (application_id)');
  }
}
