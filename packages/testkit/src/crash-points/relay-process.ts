/** A relay as a process of its own, to be killed: DATABASE_URL, NATS_URL. */
import { openDatabase } from '@beian/service-kit/database.ts';
import { connectNats } from '@beian/service-kit/nats.ts';
import { startRelay } from '@beian/service-kit/outbox-relay.ts';
import { testLog } from '../silent-log.ts';

const { DATABASE_URL: url = '', NATS_URL: natsUrl = '' } = process.env;
const orm = await openDatabase({ url, entities: [], migrations: [] });
startRelay({ orm, log: testLog, nats: connectNats({ url: natsUrl, name: 'relay' }) });
