import { Migration } from '@mikro-orm/migrations';

/** What is known of malware in a file, and when its retention was last looked at. */
export class ScansMigration extends Migration {
  override name = '0004-scans';

  override up(): void {
    this.addSql(`
      alter table document
        add scan text not null default 'not_scanned'
          check (scan in ('not_scanned', 'awaiting_scan', 'clean', 'infected')),
        add scanned_at timestamptz,
        add retention_checked_at timestamptz`);
    this.addSql(`create index document_to_scan on document (id) where scan in ('awaiting_scan', 'not_scanned')`);
    this.addSql(`create index document_kept on document (kept_at) where kept_at is not null`);
  }
}
