import { Client, Connection } from '@temporalio/client';

export type Temporal = ReturnType<typeof connectTemporal>;

/** A lazy client: nothing is connected until the first call, and each call has 3 s at most. */
export function connectTemporal({ address, namespace }: { address: string; namespace: string }) {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace });
  const callMs = 3000;
  return {
    client,
    namespace,
    /** Runs calls under a deadline; rejects with a gRPC error while Temporal is away. */
    within: <T>(work: (client: Client) => Promise<T>): Promise<T> =>
      connection.withDeadline(Date.now() + callMs, () => work(client)),
    ready: async (): Promise<void> => {
      await connection.withDeadline(Date.now() + 1500, () => connection.workflowService.getSystemInfo({}));
    },
    close: (): Promise<void> => connection.close(),
  };
}
