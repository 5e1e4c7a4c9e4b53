import { Migration } from '@mikro-orm/migrations';
import { firstEntries } from '../dictionaries/first-entries.ts';

const quoted = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

/** The dictionaries, with what was chosen from before they were data: every code in use keeps its meaning. From then on operators keep them. */
export class DictionariesMigration extends Migration {
  override name = '0016-dictionaries';

  override up(): void {
    this.addSql(`create table dictionary_entry (
      dictionary text not null,
      code text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
      zh text not null,
      en text not null,
      position integer not null,
      rule text,
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      revision integer not null,
      changed_by text not null,
      changed_at timestamptz not null,
      constraint one_entry_per_code primary key (dictionary, code)
    )`);
    for (const [dictionary, entries] of Object.entries(firstEntries)) {
      const rows = entries.map(([code, zh, en, rule], i) => {
        const words = [dictionary, code, zh, en].map(quoted).join(', ');
        // From the day on which the regulation came into force.
        return `(${words}, ${(i + 1) * 10}, ${quoted(rule)}, '2025-04-01', 1, 'platform', now())`;
      });
      this.addSql(`insert into dictionary_entry
        (dictionary, code, zh, en, position, rule, valid_from, revision, changed_by, changed_at) values ${rows.join(', ')}`);
    }
  }
}
