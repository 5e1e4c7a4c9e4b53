import type { Subscription } from '@nats-io/transport-node';
import type { Log } from './log.ts';
import type { Nats } from './nats.ts';

export type Announcements = ReturnType<typeof openAnnouncements>;

/**
 * News among the processes of a service (core NATS): whoever listens now hears it, the sender too; nothing is kept. For waking what can
 * look for itself, never for what must arrive.
 */
export function openAnnouncements(
  { nats, log }: { nats: Nats; log: Log },
  { topic, hear }: { topic: string; hear: (message: unknown) => void },
) {
  const subject = nats.liveSubjectOf(topic);
  let stopped = false;
  let subscription: Subscription | undefined;

  const listen = async () => {
    const connection = await nats.connection();
    if (stopped) return;
    // A connection that comes back takes its subscriptions with it.
    subscription = connection.subscribe(subject);
    for await (const message of subscription) hear(message.json());
  };
  const run = async () => {
    while (!stopped) {
      await listen().catch((error: unknown) => log.warn({ topic, err: error }, 'announcements.interrupted'));
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  const running = run();
  return {
    announce: (message: unknown): void => {
      nats.connection().then(
        (connection) => connection.publish(subject, JSON.stringify(message)),
        (error: unknown) => log.warn({ topic, err: error }, 'announcement.lost'),
      );
    },
    stop: async (): Promise<void> => {
      stopped = true;
      subscription?.unsubscribe();
      // A connection attempt may still be under way; the process does not wait for it.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 3000))]);
    },
  };
}
