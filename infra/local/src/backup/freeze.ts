import { Client } from 'pg';

/** A moment in which no service can write; `snapshots` go on seeing it after `thaw`. */
export type Freeze = { snapshots: Map<string, Client>; thaw(): Promise<void>; end(): Promise<void> };

const patienceMs = 30_000;

/**
 * Lets every transaction of the services end and keeps new ones waiting: each writes its outbox and, last, the head of its audit chain
 * (`mutate`), and the relay locks what it sends. So nothing is half sent to the workflow engine, and it is behind the databases, never
 * ahead of them. In `mutate`'s own order, or both would wait for each other.
 */
export async function freeze(databases: ReadonlyMap<string, string>): Promise<Freeze> {
  const lockers: Client[] = [];
  const snapshots = new Map<string, Client>();
  const connect = async (url: string) => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined); // a server that goes away fails the next statement
    await client.connect();
    return client;
  };
  const thaw = async () => {
    await Promise.all(lockers.splice(0).map((client) => client.end()));
  };
  const end = async () => {
    await thaw();
    await Promise.all([...snapshots.values()].map((client) => client.end()));
    snapshots.clear();
  };
  try {
    for (const url of databases.values()) {
      const locker = await connect(url);
      lockers.push(locker);
      await locker.query('begin');
      await locker.query(`set local lock_timeout = ${patienceMs}`);
      await locker.query('lock table outbox, audit_head in exclusive mode');
    }
    for (const [name, url] of databases) {
      const snapshot = await connect(url);
      snapshots.set(name, snapshot);
      await snapshot.query('begin isolation level repeatable read read only');
      await snapshot.query('select 1');
    }
    return { snapshots, thaw, end };
  } catch (error) {
    await end();
    throw error;
  }
}
