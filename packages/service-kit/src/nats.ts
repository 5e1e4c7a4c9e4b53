import {
  jetstream,
  jetstreamManager,
  StorageType,
  type JetStreamClient,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { eventStream, subjectOf, type EventType } from '@beian/contracts/events.ts';

export type Nats = ReturnType<typeof connectNats>;

const dayNs = 86_400 * 1e9;
const requestMs = 3000;

/**
 * A lazy connection that reconnects for ever: a service starts and serves while NATS is away.
 * `space` keeps the streams of several platforms on one server apart (tests); events carry it as the first part of the subject.
 */
export function connectNats({ url, name, space = '' }: { url: string; name: string; space?: string }) {
  const prefix = space === '' ? '' : `${space}.`;
  const stream = space === '' ? eventStream : `${eventStream}-${space}`;
  let opening: Promise<NatsConnection> | undefined;
  let ensured: Promise<void> | undefined;

  const connection = (): Promise<NatsConnection> => {
    opening ??= connect({
      servers: url,
      name,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      timeout: requestMs,
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const ensureStream = async (manager: JetStreamManager): Promise<void> => {
    const config = {
      name: stream,
      subjects: [`${prefix}beian.>`],
      storage: StorageType.File,
      // Longer than any outage in which a relay retries the same message; consumers have an inbox besides.
      duplicate_window: dayNs,
    };
    await manager.streams.add(config).catch(async (error: unknown) => {
      await manager.streams.info(stream).catch(() => {
        throw error;
      });
    });
  };

  const ready = async (): Promise<{ js: JetStreamClient; manager: JetStreamManager }> => {
    const nc = await connection();
    const manager = await jetstreamManager(nc, { timeout: requestMs, checkAPI: false });
    ensured ??= ensureStream(manager).catch((error: unknown) => {
      ensured = undefined;
      throw error;
    });
    await ensured;
    return { js: jetstream(nc, { timeout: requestMs }), manager };
  };

  return {
    stream,
    subjectOf: (type: EventType): string => prefix + subjectOf(type),
    /** Outside the stream: for what need not be kept. */
    liveSubjectOf: (topic: string): string => `${prefix}beian-live.${topic}`,
    /** The plain connection; rejects while NATS is away and there has been none yet. */
    connection,
    /** JetStream with the stream in place; rejects while NATS is away. */
    jetstream: ready,
    /** Forgets that the stream exists, for a server that lost its store. */
    forget: (): void => {
      ensured = undefined;
    },
    /** For health checks: a round trip to the server. */
    ready: async (): Promise<void> => {
      const nc = await connection();
      await nc.rtt();
    },
    close: async (): Promise<void> => {
      const nc = await opening?.catch(() => undefined);
      await nc?.close();
    },
  };
}
