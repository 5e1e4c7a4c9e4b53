import type { ConsumerOptions } from '@beian/service-kit/consumer.ts';
import { enterFilings } from './register/enter-filing.ts';

/** What the public query does about the events of others. */
export const consumer: ConsumerOptions = { durable: 'public-query', handle: enterFilings };
