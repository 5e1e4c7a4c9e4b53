import { Migration } from '@mikro-orm/migrations';
import { newId } from '@beian/service-kit/ids.ts';
import { nationalTexts } from '../canned-texts/national-texts.ts';

/** The canned texts that every organ begins with; content editors change them from then on. */
export class CannedTextsMigration extends Migration {
  override name = '0009-canned-texts';

  override async up(): Promise<void> {
    for (const { use, kind, outcome, reasonCode, field, text, advice } of nationalTexts) {
      const values = [newId(), use, kind, outcome, reasonCode, field, text, advice].map((value) =>
        value === undefined ? 'null' : `'${value.replaceAll("'", "''")}'`,
      );
      this.addSql(`insert into canned_text (id, "use", kind, outcome, reason_code, field, text, advice, updated_by, updated_at)
        values (${values.join(', ')}, 'platform', now())`);
    }
  }
}
