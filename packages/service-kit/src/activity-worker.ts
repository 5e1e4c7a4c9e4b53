import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Runtime, Worker, type Logger } from '@temporalio/worker';
import { problems } from '@beian/contracts/problems.ts';
import type { Log } from './log.ts';
import { Problem } from './problem.ts';
import { step } from './steps.ts';

type Activity = (...args: never[]) => Promise<unknown>;
type Activities = Readonly<Record<string, Activity>>;
/** What a workflow asks for, and which workflow it is. */
export type ActivityCall = { activity: string; input: unknown; workflowId: string; workflowType: string };
export type WorkerOptions = {
  address: string;
  namespace: string;
  taskQueue: string;
  activities: Activities;
  log: Log;
  /** Looks at each call before it is done; what it throws is what the workflow gets. */
  guard?: (call: ActivityCall) => Promise<void>;
};

/** A problem as Temporal understands it: whether to try again is decided by the catalogue. */
export const asActivityFailure = (failure: Problem): ApplicationFailure =>
  ApplicationFailure.create({
    message: failure.code,
    type: failure.code,
    nonRetryable: !problems[failure.code].retry,
    cause: failure,
  });

const translating =
  (name: string, activity: Activity, guard: WorkerOptions['guard']): Activity =>
  async (...args) => {
    try {
      const { workflowExecution, workflowType } = activityInfo();
      // An activity without a workflow is nobody's: workflow id and type are empty then.
      const asking = { workflowId: workflowExecution?.workflowId ?? '', workflowType: workflowType ?? '' };
      await guard?.({ activity: name, input: args[0], ...asking });
      step('activity', name, 'begun');
      const result = await activity(...args);
      step('activity', name, 'done');
      return result;
    } catch (error) {
      throw error instanceof Problem ? asActivityFailure(error) : error;
    }
  };

/** Offers activities on a task queue and keeps trying while Temporal is away; the service serves meanwhile. */
export function startActivityWorker({ address, namespace, taskQueue, activities, log, guard }: WorkerOptions) {
  const wrapped = Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [name, translating(name, activity, guard)]),
  );
  return keepWorker({ log, taskQueue, address }, (connection) =>
    Worker.create({ connection, namespace, taskQueue, activities: wrapped, shutdownGraceTime: '5s' }),
  );
}

let spoken = false;

/** The SDK's own words go to our log as JSON lines, once per process; what is routine only at debug. */
function speakThrough(log: Log): void {
  if (spoken) return;
  spoken = true;
  const say = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error', message: string, meta?: object) =>
    log[level]({ sdk: meta }, message);
  const logger: Logger = {
    log: (level, message, meta) =>
      say(level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'debug', message, meta),
    trace: (message, meta) => say('trace', message, meta),
    debug: (message, meta) => say('debug', message, meta),
    info: (message, meta) => say('debug', message, meta),
    warn: (message, meta) => say('warn', message, meta),
    error: (message, meta) => say('error', message, meta),
  };
  Runtime.install({ logger, shutdownSignals: [] });
}

/** Runs a worker for ever: a lost server or a fatal error only means another try. */
export function keepWorker(
  { log, taskQueue, address }: { log: Log; taskQueue: string; address: string },
  create: (connection: NativeConnection) => Promise<Worker>,
) {
  speakThrough(log);
  let stopped = false;
  let worker: Worker | undefined;
  let wake: (() => void) | undefined;

  const once = async () => {
    const connection = await NativeConnection.connect({ address });
    try {
      worker = await create(connection);
      log.info({ taskQueue }, 'worker polling');
      if (stopped) return;
      await worker.run();
    } finally {
      worker = undefined;
      await connection.close().catch((error: unknown) => log.warn({ err: error }, 'worker connection did not close'));
    }
  };
  const run = async () => {
    while (!stopped) {
      await once().catch((error: unknown) => log.warn({ taskQueue, err: error }, 'worker.interrupted'));
      if (!stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 1000);
        });
      }
    }
  };
  const running = run();
  return {
    /** For health checks: rejects while the worker is not polling. */
    ready: async (): Promise<void> => {
      if (worker?.getState() !== 'RUNNING') throw new Error('the worker is not polling');
    },
    stop: async (): Promise<void> => {
      stopped = true;
      wake?.();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 8000))]);
    },
  };
}
