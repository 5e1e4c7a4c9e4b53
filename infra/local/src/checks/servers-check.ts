import { type ToolName, tools } from '../tools/catalogue.ts';
import { findClamd } from '../tools/find-clamd.ts';
import { findTool } from '../tools/find-tool.ts';
import type { Check } from './check.ts';

/** NATS, Temporal, MinIO and clamd are there: built now, with their progress shown, or unpacked on a machine that has none. */
export const serversCheck: Check = {
  name: 'the servers to test on',
  async run({ signal }) {
    for (const name of Object.keys(tools) as ToolName[]) {
      signal.throwIfAborted();
      await findTool(name);
    }
    signal.throwIfAborted();
    await findClamd();
    return { passed: 1, failed: 0 };
  },
};
