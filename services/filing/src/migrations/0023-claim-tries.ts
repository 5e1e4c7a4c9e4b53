import { Migration } from '@mikro-orm/migrations';

/** Wrong claim codes are counted for each account that tries: who guesses bars nobody but the own account. */
export class ClaimTriesMigration extends Migration {
  override name = '0023-claim-tries';

  override up(): void {
    this.addSql(`create table claim_tries (
      application_id uuid not null references paper_filing (application_id) on delete cascade,
      account_id uuid not null,
      wrong int not null,
      primary key (application_id, account_id)
    )`);
    this.addSql('alter table paper_filing drop column wrong_tries');
  }
}
