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
/** A stream as it was found: when it was made, which tells it from one made anew, and how far it had come. */
export type StreamState = { madeAt: string; lastSeq: number };

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
  let ensured: Promise<StreamState> | undefined;

  const connection = (): Promise<NatsConnection> => {
    // The client takes no user from an address.
    const { host, username, password } = new URL(url);
    opening ??= connect({
      servers: host,
      ...(username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
      name,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      timeout: requestMs,
    }).then(
      (nc) => {
        void watch(nc);
        return nc;
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };

  /** A server that comes back may have lost its store. */
  const watch = async (nc: NatsConnection): Promise<void> => {
    for await (const { type } of nc.status()) if (type === 'reconnect') ensured = undefined;
  };

  const ensureStream = async (manager: JetStreamManager): Promise<StreamState> => {
    const config = {
      name: stream,
      subjects: [`${prefix}beian.>`],
      storage: StorageType.File,
      // Longer than any outage in which a relay retries the same message; consumers have an inbox besides.
      duplicate_window: dayNs,
    };
    const { created, state } = await manager.streams.add(config).catch((error: unknown) =>
      manager.streams.info(stream).catch(() => {
        throw error;
      }),
    );
    return { madeAt: created, lastSeq: state.last_seq };
  };

  const ready = async (): Promise<{ js: JetStreamClient; manager: JetStreamManager; stream: StreamState }> => {
    const nc = await connection();
    const manager = await jetstreamManager(nc, { timeout: requestMs, checkAPI: false });
    ensured ??= ensureStream(manager).catch((error: unknown) => {
      ensured = undefined;
      throw error;
    });
    return { stream: await ensured, js: jetstream(nc, { timeout: requestMs }), manager };
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
    /** Asks again for the stream at the next turn: its server may have lost it. */
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
