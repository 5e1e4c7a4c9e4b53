import { Migration } from '@mikro-orm/migrations';

/** More time for a correction: once per application. */
export class CorrectionExtensionMigration extends Migration {
  override name = '0003-correction-extension';

  override up(): void {
    this.addSql(`create table correction_extension (
      id uuid primary key,
      application_id uuid not null constraint one_extension_per_application unique references application (id) deferrable initially deferred,
      reason text not null,
      at timestamptz not null,
      applied_at timestamptz,
      due_at timestamptz,
      constraint applied_has_deadline check ((applied_at is null) = (due_at is null))
    )`);
  }
}
