import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { handleOnce } from '@beian/service-kit/consumer.ts';
import { aCaptcha } from '@beian/testkit/captcha.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPublicQuery, aRegisteredEvent } from '@beian/testkit/public-query.ts';
import { json } from '@beian/testkit/registration.ts';
import { enterFilings } from './enter-filing.ts';

const uscc = '91440300MA5FX1MP11';
const number = formatFilingNumber('440305', 1);
const now = new Date();
const statements: string[] = [];
let service: Awaited<ReturnType<typeof aPublicQuery>>;
beforeAll(async () => {
  service = await aPublicQuery({ clock: { now: () => now }, onStatement: (sql) => statements.push(sql) });
});
afterAll(() => service.deps.orm.close());

const solved = () => aCaptcha(service, 'query');
const ask = (query: Record<string, string>) => service.app.request(`/api/public/filings?${new URLSearchParams(query)}`);
type Data = Parameters<typeof aRegisteredEvent>[0];
const registered = (data: Data = {}) => aRegisteredEvent(data, now);
const aChangedEvent = (version: number, overrides: Data = {}) => {
  const { registeredAt: _, ...data } = registered({ version, ...overrides }).data;
  return { ...registered(), type: 'beian.filing.changed', data: { ...data, changedAt: now.toISOString() } };
};
const aCancelledEvent = () => {
  const { filingNumber, applicationId, organCode, countyCode } = registered().data;
  const data = { filingNumber, applicationId, uscc, organCode, countyCode, version: 1, cancelledAt: now.toISOString() };
  return { ...registered(), type: 'beian.filing.cancelled', data };
};
const entries = () =>
  service.deps.orm.em.fork().execute<Record<string, unknown>[]>('select number, uscc, version from register_entry');

describe('the public register', () => {
  it('knows a filing once, however often its event comes, and never an older version', async () => {
    const event = registered();
    for (const value of [event, event, registered()])
      await handleOnce(service.deps, 'public-query', enterFilings, value);
    expect(await entries()).toEqual([{ number, uscc, version: 1 }]);
    await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 3 }));
    await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 2 }));
    expect(await entries()).toEqual([{ number, uscc, version: 3 }]);
  });

  it('verifies a number for anybody: number, status, organ and date, and nothing of the unit', async () => {
    const verify = (asked: string) => service.app.request(`/api/public/verify/${asked}`);
    const known = await json(await verify(number));
    expect(known).toEqual({ number, status: 'completed', organCode: '440305', registeredAt: now.toISOString() });
    await expectProblem(await verify(formatFilingNumber('440305', 2)), { status: 404, code: 'not-found' });
    await expectProblem(await verify('440305010000000'), { status: 422, code: 'request.invalid', pointer: '/number' });
  });

  it('shows the numbers of a unit and nothing else, behind the captcha', async () => {
    expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [{ number }] });
    const lower = await ask({ uscc: uscc.toLowerCase(), captcha: await solved() });
    expect(await json(lower)).toEqual({ items: [{ number }] });
    expect(lower.headers.get('cache-control')).toBe('no-store');
  });

  it('wants a credit code and a captcha, and says which is missing', async () => {
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await ask({ uscc }), { ...invalid, pointer: '/captcha', fieldCode: 'captcha.required' });
    const wrong = await ask({ uscc: '12345', captcha: await solved() });
    await expectProblem(wrong, { ...invalid, pointer: '/uscc', fieldCode: 'uscc.format' });
  });
});

it('a changed filing is brought up to date once, also when its events come in another order', async () => {
  const consume = (event: unknown) => handleOnce(service.deps, 'public-query', enterFilings, event);
  const other = { filingNumber: formatFilingNumber('440305', 2), uscc: '91350100M000100Y43' };
  const versionOf = async (of: string) => (await entries()).find((entry) => entry['number'] === of)?.['version'];
  const fourth = aChangedEvent(4);
  for (const event of [fourth, fourth, aChangedEvent(2)]) await consume(event);
  expect(await versionOf(number)).toBe(4);
  const registeredAt = new Date(now.getTime() - 86_400_000).toISOString();
  await consume(aChangedEvent(2, other));
  await consume(registered({ ...other, registeredAt }));
  expect(await versionOf(other.filingNumber)).toBe(2);
  const [row] = await service.deps.orm.em
    .fork()
    .execute<{ at: Date }[]>('select registered_at at from register_entry where number = ?', [other.filingNumber]);
  expect(new Date(row?.at ?? 0).toISOString()).toBe(registeredAt);
});

it('a cancelled filing leaves the public query for good; its entry stays', async () => {
  const before = await entries();
  await handleOnce(service.deps, 'public-query', enterFilings, aCancelledEvent());
  expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [] });
  await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 9 }));
  expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [] });
  expect(await entries()).toHaveLength(before.length);
});

describe('a unit whose filings are cancelled, and one that nobody knows', () => {
  const [cancelled, unknown] = ['91440300MA5HX5TP5U', '91110000101623741K'];
  beforeAll(async () => {
    await service.deps.orm.em.fork().execute(
      `insert into register_entry (number, uscc, organ_code, registered_at, version, cancelled_at)
       select '4403040' || lpad(i::text, 8, '0'), ?, '440304', now(), 1, now() from generate_series(1, 500) i`,
      [cancelled],
      'run',
    );
    await service.deps.orm.em.fork().execute('vacuum analyze register_entry', [], 'run');
  });
  /** What an answer says and the statements that it took, without what differs from one request to the next. */
  async function asked(of: string) {
    const captcha = await solved();
    statements.length = 0;
    const answer = await ask({ uscc: of, captcha });
    const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(answer.headers);
    return {
      status: answer.status,
      headers,
      body: await answer.text(),
      statements: statements.map((sql) => sql.replace(/ \[took .*$/, '')),
    };
  }

  /** `hit=3 read=1 dirtied=1`: how many pages were looked at, wherever they were. */
  const pagesIn = (pages: string): number =>
    [...pages.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);

  it('are told apart by nothing: the same answer after the same statements', async () => {
    const first = await asked(cancelled);
    expect(first).toMatchObject({ status: 200, body: '{"items":[]}' });
    expect(first.statements.length).toBeGreaterThan(3);
    expect(await asked(unknown)).toEqual(first);
    // One that has filings takes no other statements either.
    expect((await asked(uscc)).statements).toEqual(first.statements);
  });

  it('and cost the database the same: no row is read to be left out', async () => {
    const [select = ''] = (await asked(unknown)).statements.filter((sql) => sql.includes('from "register_entry"'));
    expect(select).toContain('"cancelled_at" is null');
    const cost = async (of: string) => {
      const em = service.deps.orm.em.fork();
      return em.transactional(async () => {
        // A planner that finds the table small would read it whole for either.
        await em.execute('set local enable_seqscan = off; set local enable_bitmapscan = off', [], 'run');
        const explain = `explain (analyze, buffers, costs off, timing off, summary off) ${select.replace(/^.*?select/, 'select')}`;
        const lines = await em.execute<{ 'QUERY PLAN': string }[]>(explain, [of, 1000]);
        const plan = lines.map((line) => line['QUERY PLAN'].replace(of, 'unit')).join('\n');
        // What planning reads of the catalogue depends on what the connection has planned before, and whether a page is in memory on others.
        const [reading = ''] = plan.split('\nPlanning:');
        return reading.replaceAll(/Buffers: shared (.+)/g, (_, pages: string) => `Buffers: ${pagesIn(pages)}`);
      });
    };
    const plan = await cost(unknown);
    expect(plan).toContain('shown_entry_of_unit');
    expect(plan).not.toContain('Removed by Filter');
    expect(await cost(cancelled)).toEqual(plan);
  });
});
