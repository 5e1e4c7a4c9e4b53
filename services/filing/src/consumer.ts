import type { ConsumerOptions } from '@beian/service-kit/consumer.ts';
import { noteQuarantine } from './applications/note-quarantine.ts';

/** What filing does about the events of others. */
export const consumer: ConsumerOptions = { durable: 'filing', handle: noteQuarantine };
