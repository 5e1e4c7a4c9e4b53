import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@beian/service-kit/clock.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { migrate, openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type MutateDeps } from '@beian/service-kit/mutate.ts';
import { connectNats } from '@beian/service-kit/nats.ts';
import { testLog } from './silent-log.ts';

export type OutboxLoad = { databaseUrl: string; natsUrl: string; events: number; writers: number; kills: number };

/**
 * Writers that commit transactions of random length at the same time, a relay that is killed (SIGKILL) again and again, and a consumer.
 * Answers what was committed and what came of it: `doubled` effects, `missing` ones, and subjects whose events came `outOfOrder`.
 */
export async function playOutbox({ databaseUrl, natsUrl, events, writers, kills }: OutboxLoad) {
  const began = performance.now();
  const orm = await openDatabase({ url: databaseUrl, entities: [], migrations: [], poolMax: writers + 10 });
  await migrate(orm);
  for (const table of tables) await orm.em.fork().execute(`create table ${table}`);
  const subjects = Array.from({ length: Math.ceil(writers / 2) }, newId);
  for (const id of subjects) await orm.em.fork().execute('insert into subject (id, last) values (?, 0)', [id], 'run');
  const nats = connectNats({ url: natsUrl, name: 'outbox load' });
  const deps: MutateDeps = {
    orm,
    clock: systemClock,
    log: testLog,
    relay: { nudge: () => undefined },
    service: 'test',
  };
  const consumer = startConsumer(
    { ...deps, nats },
    {
      durable: 'effects',
      handle: {
        'document.released': async (change, { subject, sequence = 0 }) => {
          await change.em.execute('insert into effect (subject, sequence) values (?, ?)', [subject, sequence], 'run');
        },
      },
    },
  );
  const relay = aRelayProcess(databaseUrl, natsUrl);
  let committed = 0;
  const write = async () => {
    while (committed < events) {
      const count = await aTransaction(deps, subjects);
      committed += count;
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, write));
  for (let killed = 0; killed < kills; killed += 1) {
    await untilEffects(orm, (events * (killed + 0.5)) / (kills + 1));
    await relay.kill();
  }
  await writing;
  await untilEffects(orm, committed);
  // What would come twice comes now.
  await sleep(500);
  const verdict = await judge(orm, committed);
  await relay.stop();
  await consumer.stop();
  await nats.close();
  await orm.close();
  return { committed, kills, ...verdict, ms: Math.round(performance.now() - began) };
}

const tables = [
  'subject (id uuid primary key, last int not null)',
  'effect (place bigserial primary key, subject text not null, sequence int not null)',
];

/** A transaction of one to eight events about one subject, in its order; one in ten fails at its end and leaves none. */
async function aTransaction(deps: MutateDeps, subjects: readonly string[]): Promise<number> {
  const count = 1 + Math.floor(Math.random() * 8);
  const subject = subjects[Math.floor(Math.random() * subjects.length)] ?? '';
  const fails = Math.random() < 0.1;
  const written = mutate(deps, { kind: 'system', name: 'test' }, { action: 'test.write' }, async (change) => {
    const [row] = await change.em.execute<{ last: number }[]>('select last from subject where id = ? for update', [
      subject,
    ]);
    const last = row?.last ?? 0;
    for (let i = 1; i <= count; i += 1) {
      change.emit('document.released', { subject, sequence: last + i, data: { documentId: subject } });
    }
    await sleep(Math.random() * 20);
    await change.em.execute('update subject set last = ? where id = ?', [last + count, subject], 'run');
    change.record({ subject });
    if (fails) throw new Error('this one is rolled back');
  });
  return written.then(
    () => count,
    () => 0,
  );
}

function aRelayProcess(databaseUrl: string, natsUrl: string) {
  const script = fileURLToPath(new URL('./crash-points/relay-process.ts', import.meta.url));
  const start = (): ChildProcess =>
    fork(script, { env: { ...process.env, DATABASE_URL: databaseUrl, NATS_URL: natsUrl } });
  let child = start();
  const stop = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    stop,
    /** Kills it and starts another. */
    kill: async () => {
      await stop();
      child = start();
    },
  };
}

async function untilEffects(orm: Orm, enough: number): Promise<void> {
  for (;;) {
    const [row] = await orm.em.fork().execute<{ n: string }[]>('select count(*) n from effect');
    if (Number(row?.n) >= enough) return;
    await sleep(50);
  }
}

async function judge(orm: Orm, committed: number) {
  const em = orm.em.fork();
  const one = async (sql: string): Promise<number> => Number((await em.execute<{ n: string }[]>(sql))[0]?.n);
  const distinct = await one('select count(*) n from (select distinct subject, sequence from effect) e');
  return {
    doubled: (await one('select count(*) n from effect')) - distinct,
    missing: committed - distinct,
    outOfOrder: await one(
      `select count(distinct subject) n from (
         select subject, sequence, row_number() over (partition by subject order by place) expected from effect) e
       where sequence <> expected`,
    ),
  };
}
