import { Migration } from '@mikro-orm/migrations';

export class DocumentsMigration extends Migration {
  override name = '0001-documents';

  override up(): void {
    this.addSql(`
      create table document (
        id uuid primary key,
        owner_account_id uuid not null,
        kind text not null,
        sealed_name bytea not null,
        media_type text not null,
        size int not null check (size > 0),
        sha256 char(64) not null,
        uploaded_at timestamptz not null,
        kept_at timestamptz
      )`);
    this.addSql(`create index document_unused on document (uploaded_at) where kept_at is null`);
  }
}
