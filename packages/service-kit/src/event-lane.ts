import type { Envelope, EventType } from '@beian/contracts/events.ts';
import type { Orm } from './database.ts';
import { archiveSent, holdStream, resendWhatIsLost } from './event-archive.ts';
import type { Log } from './log.ts';
import type { Nats, StreamState } from './nats.ts';
import type { Sender } from './outbox-relay.ts';

/** Events go to JetStream, message id = event id, and from the outbox into the archive. */
export function eventSender({ orm, log, nats }: { orm: Orm; log: Log; nats: Nats }): Sender {
  let checked: StreamState | undefined;
  /** From here on nothing is taken for granted of the stream: the next batch asks again. */
  const forgetting = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      nats.forget();
      throw error;
    }
  };
  return {
    prepare: async () => {
      const { stream } = await nats.jetstream();
      if (stream === checked) return;
      await resendWhatIsLost(orm, stream, log);
      checked = stream;
    },
    hold: async (em) => {
      if (checked) await forgetting(holdStream(em, checked));
    },
    send: async ({ id, payload }) => {
      const envelope = payload as Envelope;
      const { js } = await nats.jetstream();
      const type = envelope.type.slice('beian.'.length) as EventType;
      const sent = js.publish(nats.subjectOf(type), JSON.stringify(envelope), { msgID: id });
      return (await forgetting(sent)).seq;
    },
    remove: (em, sent) =>
      archiveSent(
        em,
        sent.map(({ row, receipt }) => ({ seq: row.seq, streamSeq: receipt ?? 0 })),
      ),
  };
}
