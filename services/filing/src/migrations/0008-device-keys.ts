import { Migration } from '@mikro-orm/migrations';

/**
 * By what devices of two filings are known to be the same (N11): columns that the database derives from the row, so that whoever writes
 * a device cannot forget them, and so that devices written before have them too. `place_text` is the rule `placeText` of the code.
 */
export class DeviceKeysMigration extends Migration {
  override name = '0008-device-keys';

  override up(): void {
    this.addSql(`create function place_text(text) returns text language sql immutable strict parallel safe
      return regexp_replace(lower(normalize($1, NFKC) collate "C"), '[ ,.;:()_/#、。—–·-]', '', 'g')`);
    for (const table of ['device', 'application_device']) {
      this.addSql(`alter table ${table}
        add column code_key text generated always as (row ->> 'gbCode') stored,
        add column mac_key text generated always as (row ->> 'mac') stored,
        add column place_key text generated always as (
          place_text(row ->> 'address') || '|' || place_text(row ->> 'pointName') || '|' || coalesce(row ->> 'direction', '')
        ) stored,
        -- a grid of about 5 m; without a direction several devices of one pole would be one
        add column spot_key text generated always as (
          round((row ->> 'longitude')::numeric / 0.00005) || '|' || round((row ->> 'latitude')::numeric / 0.00005)
            || '|' || (row ->> 'direction')
        ) stored`);
      for (const key of ['code', 'mac', 'place', 'spot']) {
        this.addSql(`create index ${table}_${key} on ${table} (${key}_key) where ${key}_key is not null`);
      }
    }
    this.addSql('create index application_by_unit on application (uscc)');
  }
}
