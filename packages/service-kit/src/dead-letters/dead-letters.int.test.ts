import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeadLetter, DeadLetterList, ReplayOutcome } from '@beian/contracts/dead-letters.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { replayDeadLetters } from '@beian/local/operations/replay-dead-letters.ts';
import { createPublicQueryApp } from '@beian/public-query/app.ts';
import { enterFilings } from '@beian/public-query/register/enter-filing.ts';
import { anOperator, aPersonalUser, aReviewer, serviceSecret } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aPublicQuery, aRegisteredEvent } from '@beian/testkit/public-query.ts';
import { as, eventually, json } from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { startConsumer } from '../consumer.ts';
import { newId } from '../ids.ts';
import { connectNats } from '../nats.ts';

const operator = anOperator();
const path = '/api/operations/services/public-query/dead-letters';
const secret = '张伟';
const nats = connectNats({ url: servers().natsUrl, name: 'dead letters', space: aSpace() });
let service: Awaited<ReturnType<typeof aPublicQuery>>;
let app: ReturnType<typeof createPublicQueryApp>;
let consumer: ReturnType<typeof startConsumer>;
beforeAll(async () => {
  service = await aPublicQuery();
  app = createPublicQueryApp({ ...service.deps, nats });
  consumer = startConsumer({ ...service.deps, nats }, { durable: 'public-query', handle: enterFilings, maxTries: 2 });
});
afterAll(async () => {
  await consumer?.stop();
  await nats.close();
  await service?.deps.orm.close();
});

const sql = <T = unknown>(text: string): Promise<T[]> => service.deps.orm.em.fork().execute(text);
const deadLetters = async () => (await json<DeadLetterList>(await as({ app }, operator).get(path))).items;
const replay = (id: string) => as({ app }, operator).post(`${path}/replay`, { id });
const registered = (serial: number) => aRegisteredEvent({ filingNumber: formatFilingNumber('440305', serial) });
async function publish(...events: unknown[]): Promise<void> {
  const { js } = await nats.jetstream();
  for (const event of events) await js.publish(nats.subjectOf('filing.registered'), JSON.stringify(event));
}
const numbers = async () =>
  (await sql<{ number: string }>('select number from register_entry')).map((row) => row.number);

/** Lets the consumer fail on every event until it is mended. */
const broken = () => sql('alter table register_entry rename to register_entry_away');
const mended = () => sql('alter table register_entry_away rename to register_entry');

describe('an event that a consumer cannot handle', () => {
  it('is parked after its tries, with the kind of its failure and no personal data; those behind it go on', async () => {
    await broken();
    const poison = registered(1);
    const unreadable = { ...registered(2), data: { name: secret } };
    await publish(poison, unreadable);
    const [first, second] = (await eventually(deadLetters, (all) => all.length === 2)).toSorted(
      (a, b) => b.deliveries - a.deliveries,
    ) as [DeadLetter, DeadLetter];
    expect(first).toMatchObject({
      service: 'public-query',
      kind: 'unhandled_event',
      consumer: 'public-query',
      type: 'beian.filing.registered',
      subject: poison.subject,
      reason: 'TableNotFoundException 42P01',
      deliveries: 2,
    });
    // What cannot be read is not tried twice.
    expect(second.deliveries).toBe(1);
    expect(second.reason).toContain('unreadable: ');
    const everything = JSON.stringify([await deadLetters(), await sql('select * from parked_event')]);
    expect(everything).not.toContain(secret);

    await mended();
    const behind = registered(3);
    await publish(behind);
    await eventually(numbers, (all) => all.includes(behind.subject));
  });

  it('is shown and replayed to operators alone', async () => {
    const [letter] = await deadLetters();
    for (const actor of [aPersonalUser(), aReviewer(), { kind: 'service', name: 'filing' } as const]) {
      const forbidden = { status: 403, code: 'auth.forbidden' } as const;
      await expectProblem(await as({ app }, actor).get(path), forbidden);
      await expectProblem(await as({ app }, actor).post(`${path}/replay`, { id: letter?.id }), forbidden);
    }
    await expectProblem(await as({ app }, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
  });

  it('is replayed once its cause is mended, has its effect once, and is gone; one that fails again stays', async () => {
    const letters = await deadLetters();
    const poison = letters.find(({ type }) => type !== undefined);
    const unreadable = letters.find(({ type }) => type === undefined);
    await broken();
    const failed = await json<ReplayOutcome>(await replay(poison?.id ?? ''));
    expect(failed).toEqual({ replayed: false, reason: 'TableNotFoundException 42P01' });
    await mended();
    expect(await json(await replay(poison?.id ?? ''))).toEqual({ replayed: true });
    expect((await numbers()).filter((number) => number === poison?.subject)).toHaveLength(1);
    await expectProblem(await replay(poison?.id ?? ''), { status: 404, code: 'not-found' });
    const again = await json<ReplayOutcome>(await replay(unreadable?.id ?? ''));
    expect(again).toMatchObject({ replayed: false, reason: expect.stringContaining('unreadable') });
    expect((await deadLetters()).map(({ id }) => id)).toEqual([unreadable?.id]);
    const audit = await sql(
      "select data ->> 'replayed' as replayed from audit_entry where action = 'event.replay' order by seq",
    );
    expect(audit).toEqual([{ replayed: 'false' }, { replayed: 'true' }, { replayed: 'false' }]);
  });

  it('is not tried again when the database refuses what it says, and can be replayed once it takes it', async () => {
    const refused = registered(4);
    await sql(`alter table register_entry add constraint refused check (number <> '${refused.subject}') not valid`);
    await publish(refused);
    const [letter] = await eventually(
      async () => (await deadLetters()).filter(({ subject }) => subject === refused.subject),
      (all) => all.length === 1,
    );
    expect(letter).toMatchObject({ reason: 'CheckConstraintViolationException 23514 refused', deliveries: 1 });
    await sql('alter table register_entry drop constraint refused');
    expect(await json(await replay(letter?.id ?? ''))).toEqual({ replayed: true });
    expect(await numbers()).toContain(refused.subject);
  });
});

describe('the command events:replay', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  it('lists what was given up everywhere and tries it again', async () => {
    const lines: string[] = [];
    const urls = {
      ...platform.urls,
      'public-query': await platform.listen(app),
      notifications: platform.urls.filing,
    };
    const options = {
      urlOf: (name: keyof typeof urls) => urls[name],
      serviceSecret,
      tell: (line: string) => void lines.push(line),
    };
    expect(await replayDeadLetters({ ...options, service: 'public-query', listOnly: true })).toBe(1);
    expect(lines.join('\n')).toContain('public-query/');
    expect(await replayDeadLetters({ ...options, service: 'public-query' })).toBe(1);
    expect(lines.at(-1)).toContain('failed again: unreadable');
    expect(await replayDeadLetters({ ...options, service: 'filing' })).toBe(0);
    expect(await replayDeadLetters({ ...options, service: 'documents' })).toBe(0);
  });

  it('lets the relay try a parked message again, and nothing of another state', async () => {
    const { filing, app: filingApp } = platform;
    const em = filing.orm.em.fork();
    const columns = 'id, lane, aggregate, payload, created_at, next_attempt_at, attempts, last_error, parked_at';
    const put = (parkedAt: Date | null) =>
      em.execute<{ seq: string }[]>(
        `insert into outbox (${columns}) values (?, 'workflow', 'a', '{"op": "start"}', now(), now(), 20, 'ServiceError: x', ?) returning seq`,
        [newId(), parkedAt],
      );
    const [[parked], [waiting]] = [await put(new Date()), await put(null)];
    const at = '/api/operations/services/filing/dead-letters';
    const { items } = await json<DeadLetterList>(await as({ app: filingApp }, operator).get(at));
    expect(items).toMatchObject([{ id: `outbox/${parked?.seq}`, kind: 'unsent_message', reason: 'ServiceError' }]);
    const send = (id: string) => as({ app: filingApp }, operator).post(`${at}/replay`, { id });
    expect(await json(await send(`outbox/${parked?.seq}`))).toEqual({ replayed: true });
    for (const id of [`outbox/${parked?.seq}`, `outbox/${waiting?.seq}`, 'outbox/x', 'nobody/1', '']) {
      await expectProblem(await send(id), { status: 404, code: 'not-found' });
    }
    const [row] = await em.execute('select attempts, parked_at from outbox where seq = ?', [parked?.seq]);
    expect(row).toEqual({ attempts: 0, parked_at: null });
  });
});
