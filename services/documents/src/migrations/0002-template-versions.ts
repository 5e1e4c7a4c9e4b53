import { Migration } from '@mikro-orm/migrations';

/** Versions of templates that editors add to those that come with the platform. */
export class TemplateVersionsMigration extends Migration {
  override name = '0002-template-versions';

  override up(): void {
    this.addSql(`
      create table template_version (
        id uuid primary key,
        name text not null,
        number int not null check (number > 1),
        effective_from date not null,
        note text not null,
        size int not null check (size > 0),
        sha256 char(64) not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        withdrawn_at timestamptz,
        constraint one_template_version_per_number unique (name, number)
      )`);
  }
}
