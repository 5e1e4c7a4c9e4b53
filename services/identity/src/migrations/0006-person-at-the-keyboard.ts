import { Migration } from '@mikro-orm/migrations';

/** Whose hashes a token holds: of who has signed in, or has made the credential. Sessions of before have none until the next sign-in. */
export class PersonAtTheKeyboardMigration extends Migration {
  override name = '0006-person-at-the-keyboard';

  override up(): void {
    this.addSql('alter table session add column person_hash text');
    this.addSql('alter table api_credential add column person_hash text');
  }
}
