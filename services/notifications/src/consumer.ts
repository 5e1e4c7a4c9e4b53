import type { ConsumerOptions } from '@beian/service-kit/consumer.ts';
import type { Deps } from './deps.ts';
import { notifyOfEvents } from './inbox/notify.ts';

/** What notifications does about the events of others. */
export const consumerOf = (deps: Deps): ConsumerOptions => ({ durable: 'notifications', handle: notifyOfEvents(deps) });
