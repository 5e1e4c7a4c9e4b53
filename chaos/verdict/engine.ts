import { connectNats } from '@beian/service-kit/nats.ts';
import { connectTemporal } from '@beian/service-kit/temporal.ts';
import type { Ports } from '@beian/local/ports.table.ts';

/** A workflow as Temporal knows it. `result` is what a completed one answered. */
export type Run = { workflowId: string; status: string; result?: string };

/** Events that wait for a consumer, and those that it has not acknowledged. `missing`: NATS knows no such consumer. */
export type Backlog = { consumer: string; pending: number; unacknowledged: number; missing?: boolean };

/** The services that are told by events. */
const consumers = ['documents', 'filing', 'notifications', 'public-query'];

/** Looks at Temporal and NATS as an operator would. */
export function openEngine({ ports, natsUrl }: { ports: Pick<Ports, 'temporal'>; natsUrl: string }) {
  const temporal = connectTemporal({ address: `127.0.0.1:${ports.temporal}`, namespace: 'default' });
  const nats = connectNats({ url: natsUrl, name: 'chaos' });
  return {
    openWorkflows: () =>
      temporal.within(async ({ workflow }) => (await workflow.count(`ExecutionStatus = 'Running'`)).count),
    /** Every workflow that was ever started. */
    runs: async (): Promise<Run[]> => {
      const found: Run[] = [];
      for await (const { workflowId, status } of temporal.client.workflow.list()) {
        found.push({ workflowId, status: status.name });
      }
      for (const run of found) {
        if (run.status !== 'COMPLETED') continue;
        const answered: unknown = await temporal.client.workflow.getHandle(run.workflowId).result();
        run.result = (answered as { status?: string } | undefined)?.status ?? 'nothing';
      }
      return found;
    },
    backlog: async (): Promise<Backlog[]> => {
      const { manager } = await nats.jetstream();
      const all = new Map(
        consumers.map((consumer): [string, Backlog] => [
          consumer,
          { consumer, pending: 0, unacknowledged: 0, missing: true },
        ]),
      );
      for await (const { name, num_pending, num_ack_pending } of manager.consumers.list(nats.stream)) {
        all.set(name, { consumer: name, pending: num_pending, unacknowledged: num_ack_pending });
      }
      return [...all.values()];
    },
    /** Makes NATS forget what its consumers have handled, as a server does that is put back from an older copy; answers their names. */
    forgetProgress: async (): Promise<string[]> => {
      const { manager } = await nats.jetstream();
      const names: string[] = [];
      for await (const { name } of manager.consumers.list(nats.stream)) names.push(name);
      for (const name of names) await manager.consumers.delete(nats.stream, name);
      return names;
    },
    close: async (): Promise<void> => {
      await Promise.all([temporal.close(), nats.close()]);
    },
  };
}
export type Engine = ReturnType<typeof openEngine>;
