import { Migration } from '@mikro-orm/migrations';

/** County → organ as data with dates; organs that are not a government's; organs that end. */
export class JurisdictionsMigration extends Migration {
  override name = '0002-jurisdictions';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table division add column zone boolean not null default false`,
  `update division set zone = true where code ~ '^\\d{4}7\\d$'`,
  `alter table organ
    add column kind text not null default 'territorial',
    add column closed_on date,
    add column successor_code text references organ (code) deferrable initially deferred,
    add column changed_at timestamptz,
    add constraint closed_has_successor check ((closed_on is null) = (successor_code is null))`,
  `alter table organ drop constraint one_organ_per_division`,
  `create unique index one_organ_per_division on organ (division_code) where kind = 'territorial'`,
  `create index organ_of_superior on organ (superior_code)`,
  // Two that the first seed made although no government has them: a second 嘉峪关市公安局, and the islands of Sansha.
  `update organ set superior_code = '620000' where code = '620201'`,
  `delete from organ o where code in ('620200', '460321', '460322', '460323')
    and not exists (select 1 from account a where a.organ_code = o.code)`,
  // Two rules of one division never hold on the same day. A code as a range of one number needs no extension for GiST.
  `create table jurisdiction (
    id uuid primary key,
    division_code text not null references division (code) deferrable initially deferred,
    organ_code text not null references organ (code) deferrable initially deferred,
    effective_from date not null,
    effective_to date,
    note text,
    constraint jurisdiction_of_county_or_street check (division_code ~ '^(\\d{6}|\\d{9})$'),
    constraint jurisdiction_lasts check (effective_from < effective_to),
    constraint one_jurisdiction_at_a_time exclude using gist (
      int4range(division_code::int, division_code::int, '[]') with &&,
      daterange(effective_from, effective_to) with &&
    )
  )`,
  `create index jurisdiction_of_division on jurisdiction (division_code, effective_from)`,
  `create index jurisdiction_of_organ on jurisdiction (organ_code)`,
];
