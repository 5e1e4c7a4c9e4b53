import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { migrate, openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { connectNats, type Nats } from '@beian/service-kit/nats.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { serviceSecret } from '@beian/testkit/actors.ts';
import { aMortalService, type MortalService } from '@beian/testkit/crash-points/mortal-service.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { aRegisteredEvent } from '@beian/testkit/public-query.ts';
import { eventually } from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { consumer } from '../consumer.ts';
import { schema } from '../deps.ts';

const halfASecondNs = 5e8;
let orm: Orm;
let server: NatsServer;
let nats: Nats;
let service: MortalService;
beforeAll(async () => {
  server = await startNats({ dataDir: `${servers().dir}/nats-consumer-crash` });
  nats = connectNats({ url: server.url, name: 'crash test' });
  const url = await emptyDatabase();
  orm = await openDatabase({ ...schema, url });
  await migrate(orm);
  service = await aMortalService(new URL('../main.ts', import.meta.url), {
    DATABASE_URL: url,
    NATS_URL: server.url,
    IDENTITY_URL: 'http://127.0.0.1:1',
    DOCUMENTS_URL: 'http://127.0.0.1:1',
    SERVICE_SECRET: serviceSecret,
    CAPTCHA_SECRET: 'a secret of the tests for challenges',
  });
});
afterAll(async () => {
  await service?.stop();
  await nats?.close();
  await orm?.close();
  await server?.stop();
});

const numbers = async () =>
  (await orm.em.fork().execute<{ number: string }[]>('select number from register_entry order by number')).map(
    (row) => row.number,
  );
async function registered(filingNumber: string): Promise<void> {
  const event = aRegisteredEvent({ filingNumber });
  const { js } = await nats.jetstream();
  await js.publish(nats.subjectOf('filing.registered'), JSON.stringify(event), { msgID: event.id });
}

it('a consumer that is stopped before and after each of its writes has handled the event or not, and handles each once', async () => {
  const steps: [step: string, handled: boolean][] = [
    // What is not acknowledged may come again meanwhile, and be what it dies of: those that are handled come first.
    ['consumer public-query acknowledged', true],
    ['mutate consume.filing.registered committed', true],
    ['mutate consume.filing.registered audited', false],
    ['mutate consume.filing.registered flushed', false],
    ['consumer public-query received', false],
  ];
  const all: string[] = [];
  for (const [i, [step, handled]] of steps.entries()) {
    const number = formatFilingNumber('440305', i + 1);
    all.push(number);
    const left = await service.diesAt(step, () => registered(number), numbers);
    expect(left.includes(number), step).toBe(handled);
  }
  // What was not acknowledged is delivered again when the server misses it: in half a minute, or as soon as an operator says. He says it
  // when the service is back and waits for events: at its start it asks for its own half minute.
  const { manager } = await nats.jetstream();
  await eventually(
    () => manager.consumers.info(nats.stream, consumer.durable),
    ({ num_waiting: waiting }) => waiting > 0,
  );
  await manager.consumers.update(nats.stream, consumer.durable, { ack_wait: halfASecondNs });
  await eventually(numbers, (there) => there.length === all.length, 120_000);
  expect(await numbers()).toEqual(all);
  const effects = await orm.em
    .fork()
    .execute<{ n: string }[]>(
      "select count(*) n from audit_entry where action = 'consume.filing.registered' and data ->> 'repeated' = 'false'",
    );
  expect(Number(effects[0]?.n)).toBe(all.length);
}, 400_000);
