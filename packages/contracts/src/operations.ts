import { z } from 'zod';
import { CalendarDate, Id, line, OrganRef, Timestamp } from './common.ts';
import { applicationKinds, applicationStatuses, reviewStages, reviewTaskStatuses } from './vocabulary.ts';

/** Services that have a database, and so messages of their own. */
export const operatedServices = ['identity', 'filing', 'documents', 'public-query', 'notifications'] as const;
export type OperatedService = (typeof operatedServices)[number];

/** Where the state of a service is asked for. */
export const serviceStatePath = (service: OperatedService): string => `/api/operations/services/${service}`;

/** What a service says of itself to operators (I43): what it needs, and what it has not sent or could not take in. */
export const ServiceState = z
  .object({
    service: z.enum(operatedServices),
    ready: z.boolean(),
    /** `ok`, a remark, or why not; by the name of what it needs. */
    checks: z.record(z.string(), z.string()),
    /** Messages for other services and for Temporal that are not sent; parked ones have failed too often. */
    outbox: z.object({ waiting: z.int(), parked: z.int(), oldestAt: Timestamp.optional() }),
    /** Events of other services that could not be taken in. */
    parkedEvents: z.int(),
  })
  .meta({ id: 'ServiceState', description: '服务状态' });
export type ServiceState = z.infer<typeof ServiceState>;

/** How a workflow stands: `absent` where Temporal knows none (not started yet, or too old to be kept), `unknown` while it does not answer. */
export const workflowStates = [
  'running',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'timed_out',
  'absent',
  'unknown',
] as const;
export type WorkflowState = (typeof workflowStates)[number];

export const WorkflowRun = z.object({
  /** The id of the application. */
  id: Id,
  state: z.enum(workflowStates),
  startedAt: Timestamp.optional(),
  closedAt: Timestamp.optional(),
  /** Its page in the Temporal Web UI; absent where none is configured. */
  url: z.url().optional(),
});
export type WorkflowRun = z.infer<typeof WorkflowRun>;

/** A message about an application that is not sent yet: an event for other services, or one for its workflow. */
export const UnsentMessage = z.object({
  id: Id,
  lane: z.enum(['event', 'workflow']),
  createdAt: Timestamp,
  attempts: z.int(),
  parkedAt: Timestamp.optional(),
  error: z.string().optional(),
});

/** An application as operators see it: how it stands and what moves it. Nothing of what was filed, nobody's name. */
export const OperatedApplication = z
  .object({
    id: Id,
    number: z.string(),
    /** Of a part: the number of the change that it belongs to. */
    parentNumber: z.string().optional(),
    kind: z.enum(applicationKinds),
    status: z.enum(applicationStatuses),
    organ: OrganRef,
    submittedAt: Timestamp,
    updatedAt: Timestamp,
    filingNumbers: z.array(z.string()),
    /** The review that is open. */
    review: z
      .object({
        stage: z.enum(reviewStages),
        round: z.int(),
        status: z.enum(reviewTaskStatuses),
        dueAt: Timestamp,
        resumeOn: CalendarDate.optional(),
      })
      .optional(),
    workflow: WorkflowRun,
    unsent: z.array(UnsentMessage),
  })
  .meta({ id: 'OperatedApplication', description: '业务运行状态' });
export type OperatedApplication = z.infer<typeof OperatedApplication>;

export const OperatedApplicationQuery = z.object({
  number: line(40).meta({ description: '受理号、备案编号或者流程 ID' }),
});
export const OperatedApplicationList = z
  .object({ items: z.array(OperatedApplication) })
  .meta({ id: 'OperatedApplicationList' });
