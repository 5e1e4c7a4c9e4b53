import { Migration } from '@mikro-orm/migrations';

/** Staff whose account is suspended, and roles that the platform withdraws. */
export class StaffMigration extends Migration {
  override name = '0003-staff';

  override up(): void {
    this.addSql(`alter table account
      add column withdrawn_roles jsonb not null default '[]',
      add column suspended_at timestamptz,
      add column suspended_by text,
      add column suspension_reason text,
      add constraint suspension_has_reason check (
        (suspended_at is null) = (suspended_by is null) and (suspended_at is null) = (suspension_reason is null)
      )`);
  }
}
