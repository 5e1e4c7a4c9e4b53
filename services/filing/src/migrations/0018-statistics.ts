import { Migration } from '@mikro-orm/migrations';

/**
 * What the statistics read (I41): indexes by organ and time, and of each filing how many devices it has. The database counts them itself,
 * so that whoever writes devices cannot forget it; counting a million rows for each question would take seconds.
 */
export class StatisticsMigration extends Migration {
  override name = '0018-statistics';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const counted = (sign: string) => `filing_id,
  ${sign}count(*),
  ${sign}count(*) filter (where row ->> 'hasSnapshot' = 'true'),
  ${sign}count(*) filter (where (row ->> 'retentionDays')::int < 30),
  ${sign}count(*) filter (where (row ->> 'retentionDays')::int between 30 and 89),
  ${sign}count(*) filter (where (row ->> 'retentionDays')::int >= 90)`;
const columns = 'filing_id, devices, with_snapshot, under_30, days_30_to_89, days_90_up';

const countFunction = (name: string, sign: string) => `create function ${name}() returns trigger language plpgsql as $$
  begin
    insert into device_count as c (${columns})
    select ${counted(sign)} from changed group by filing_id
    on conflict (filing_id) do update set
      devices = c.devices + excluded.devices,
      with_snapshot = c.with_snapshot + excluded.with_snapshot,
      under_30 = c.under_30 + excluded.under_30,
      days_30_to_89 = c.days_30_to_89 + excluded.days_30_to_89,
      days_90_up = c.days_90_up + excluded.days_90_up;
    return null;
  end $$`;
const onChange = (when: string, which: 'new' | 'old', run: string) =>
  `create trigger ${run}_on_${when} after ${when} on device referencing ${which} table as changed
   for each statement execute function ${run}()`;

const statements = [
  'create index application_received on application (organ_code, submitted_at)',
  'create index decision_made on decision (organ_code, decided_at)',
  'create index review_task_of on review_task (application_id, round) include (opened_at, closed_at)',
  `create index filing_of_organ on filing (organ_code, county_code) where status <> 'cancelled'`,
  `create table device_count (
    filing_id uuid primary key references filing (id) deferrable initially deferred,
    devices int not null,
    with_snapshot int not null,
    under_30 int not null,
    days_30_to_89 int not null,
    days_90_up int not null
  )`,
  `insert into device_count (${columns}) select ${counted('')} from device group by filing_id`,
  countFunction('count_devices_in', ''),
  countFunction('count_devices_out', '-'),
  onChange('insert', 'new', 'count_devices_in'),
  onChange('delete', 'old', 'count_devices_out'),
  onChange('update', 'new', 'count_devices_in'),
  onChange('update', 'old', 'count_devices_out'),
];
