import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** An even share for each county and the last year: about one in five was returned once, one in twenty is open, seven in ten led to a filing of eight devices. */
export async function seedApplications(
  em: SqlEntityManager,
  { applications, organs }: { applications: number; organs: readonly { code: string; name: string }[] },
): Promise<Record<string, number>> {
  const run = (sql: string, params: unknown[] = []) => em.execute(sql, params, 'run');
  await run(
    `create table seed as
     select n, gen_random_uuid() as id, o.code, o.name,
       (array['registration', 'registration', 'registration', 'change', 'cancellation'])[1 + n % 5] as kind,
       now() - (n % 365) * interval '1 day' - (n % 24) * interval '1 hour' as at,
       n % 5 = 0 as returned, n % 20 = 0 as open
     from generate_series(1, ?::int) n
     join (select code, name, row_number() over () as place from jsonb_to_recordset(?::jsonb) as r (code text, name text)) o
       on o.place = 1 + n % ?::int`,
    [applications, JSON.stringify(organs), organs.length],
  );
  await run(`insert into application (id, number, kind, status, filer_kind, uscc, unit_name, system_name, county_code, division_name,
      organ_code, organ_name, version, submitted_at, updated_at)
    select id, 'SL' || n, kind, case when open then 'in_review' else 'completed' end, 'personal', '91440300MA5FX1MP11',
      '深圳海岸城商业管理有限公司', '海岸城购物中心视频监控系统', left(code, 6), name, code, name, 1, at, at from seed`);
  // Round one of what was returned ends after two days, the filer needs three, and every last review takes one to nine.
  await run(`create table seed_task as
    select gen_random_uuid() as task_id, id, n, code, name, 1 as round, at as opened, at + interval '2 days' as closed, 'return' as outcome
    from seed where returned
    union all
    select gen_random_uuid(), id, n, code, name, case when returned then 2 else 1 end,
      at + case when returned then interval '5 days' else interval '0 days' end,
      case when not open then at + case when returned then interval '5 days' else interval '0 days' end + (1 + n % 9) * interval '1 day' end,
      case when open then null when n % 11 = 0 then 'reject' else 'approve' end
    from seed`);
  await run(`insert into review_task (id, application_id, stage, round, cause_id, version, status, organ_code, organ_name, opened_at, due_at,
      remind_at, escalate_at, closed_at)
    select task_id, id, 'first', round, gen_random_uuid(), round, case when outcome is null then 'open' else 'decided' end, code, name,
      opened, opened + interval '7 days', '[]', '[]', closed from seed_task`);
  await run(`insert into decision (id, review_task_id, application_id, round, version, reviewer_account_id, staff_no, organ_code, organ_name,
      outcome, opinion, notice, decided_at, applied_at)
    select gen_random_uuid(), task_id, id, round, round, gen_random_uuid(), code || '-001', code, name, outcome,
      '材料齐全，填报信息与提交材料一致。', '[]', closed, closed from seed_task where outcome is not null`);
  await run(`insert into filing (id, number, application_id, uscc, system_name, county_code, organ_code, organ_name, status, version, registered_at)
    select gen_random_uuid(), 'F' || lpad(n::text, 14, '0'), id, '91440300MA5FX1MP11', '海岸城购物中心视频监控系统', left(code, 6), code, name,
      'valid', 1, at from seed where n % 10 < 7`);
  await run(`insert into device (filing_id, serial, row)
    select f.id, s, jsonb_build_object('serial', s, 'pointName', '点位' || s, 'hasSnapshot', s % 2 = 0, 'retentionDays', (array[15, 30, 60, 90])[1 + s % 4])
    from filing f cross join generate_series(1, 8) s`);
  await run('drop table seed_task');
  await run('drop table seed');
  await run('analyze');
  const [counts] = await em.execute<Record<string, string>[]>(
    `select (select count(*) from application) as applications, (select count(*) from review_task) as tasks,
       (select count(*) from decision) as decisions, (select count(*) from filing) as filings, (select count(*) from device) as devices`,
  );
  return Object.fromEntries(Object.entries(counts ?? {}).map(([name, count]) => [name, Number(count)]));
}
