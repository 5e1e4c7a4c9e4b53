import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { workflowNames, type Policy } from '@beian/contracts/workflows.ts';
import type { ActivityCall } from '@beian/service-kit/activity-worker.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from '../review/forged-signal.ts';

const Input = z.looseObject({
  applicationId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  suspensionId: z.uuid().optional(),
  resumptionId: z.string().optional(),
  dueAt: z.string().optional(),
  policy: z.unknown().optional(),
  acceptance: z.unknown().optional(),
});
type Input = z.infer<typeof Input>;
type Known = { id: string; kind: ApplicationKind; part: boolean; policy: Policy | null };

/** Clocks of two machines are this far apart at the most. */
const skewMs = 5000;
const lapsing = new Set(['expireCorrection', 'expireAcceptance']);

/**
 * Whoever reaches Temporal can start workflows of their own, in any name and with any deadline. So an activity is done for the workflow of
 * that application alone, by the policy that the application was submitted under, and nothing lapses before its time. Anything else is
 * noted as an attack and refused for good.
 */
export const guardCalls =
  (deps: Deps) =>
  async (call: ActivityCall): Promise<void> => {
    const { data: input } = Input.safeParse(call.input);
    const known = input && (await applicationOf(deps, input));
    const wrong = known ? await whatIsWrong(deps, call, input, known) : 'unknown';
    if (wrong === undefined) return;
    const subject = known?.id ?? input?.applicationId ?? 'unknown';
    const data = { activity: call.activity, wrong };
    deps.log.warn({ subject, ...data }, 'attack.forged-call');
    await mutate(deps, workflowActor, { action: 'attack.forged-call' }, async (change) => {
      change.record({ subject, data });
    });
    throw problem('auth.forbidden');
  };

async function applicationOf({ orm }: Deps, { applicationId, taskId }: Input): Promise<Known | undefined> {
  const [row] = await orm.em.fork().execute<Known[]>(
    `select id, kind, parent_id is not null as part, policy from application
     where id = coalesce(?, (select application_id from review_task where id = ?))`,
    [applicationId ?? null, taskId ?? null],
  );
  return row;
}

async function whatIsWrong(
  deps: Deps,
  { activity, workflowId, workflowType }: ActivityCall,
  input: Input,
  { id, kind, part, policy }: Known,
): Promise<'workflow' | 'policy' | 'time' | undefined> {
  if (workflowId !== id || workflowType !== (part ? workflowNames.changePart : workflowNames[kind])) return 'workflow';
  // One that was submitted before policies were kept has none.
  const agreed = policy === null ? undefined : Object.values(policy);
  const said = [input.policy, input.acceptance].filter((one) => one !== undefined);
  if (agreed && !said.every((one) => agreed.some((ours) => isDeepStrictEqual(ours, one)))) return 'policy';
  return (await isEarly(deps, activity, input)) ? 'time' : undefined;
}

/** Whether the time that is said to have passed is still to come. */
async function isEarly({ orm, clock }: Deps, activity: string, input: Input): Promise<boolean> {
  const soon = clock.now().getTime() + skewMs;
  if (lapsing.has(activity)) return !(Date.parse(input.dueAt ?? '') <= soon);
  if (activity !== 'applyResumption' || input.resumptionId !== undefined) return false;
  const [row] = await orm.em
    .fork()
    .execute<{ early: boolean }[]>(
      `select resumed_at is null and coalesce(until, 'infinity') > ? as early from review_suspension where id = ?`,
      [new Date(soon), input.suspensionId ?? null],
    );
  return row?.early ?? true;
}
