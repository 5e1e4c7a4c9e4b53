import { Migration } from '@mikro-orm/migrations';

/** What a person has handed in, by whichever account: asked at every decision, of staff who have hardly ever handed in anything. */
export class OwnMatterMigration extends Migration {
  override name = '0025-own-matter';

  override up(): void {
    this.addSql('create index handed_in_by on handed_in (person_hash) where person_hash is not null');
  }
}
