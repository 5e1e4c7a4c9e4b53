import fc from 'fast-check';
import { expect } from 'vitest';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { ApplicationKind, DecisionOutcome } from '@beian/contracts/vocabulary.ts';
import type { ReviewCause } from '@beian/contracts/workflows.ts';
import { begun, both, command, mustBe, type Both, type Command, type Real } from './command.ts';
import { answer, expire, revoke, trespass } from './holder-commands.ts';
import {
  decide,
  isOpen,
  isReviewed,
  mayDecide,
  maySubmit,
  maySuspend,
  mayWithdraw,
  newApplication,
  slotOf,
  type Slot,
} from './state.ts';
import { corrections, noticeOf, rejection } from './words.ts';
import { modelPolicy, reviewMs, type Running } from './world.ts';

const day = 86_400_000;

/** Opens a review as the engine would: its clock goes on with what was left of its stage, and has counted nothing meanwhile. */
async function open({ world }: Real, { application, running }: Both, cause: ReviewCause): Promise<void> {
  const dueAt = await world.open(running, application.stage, cause);
  expect(dueAt.getTime() - world.now().getTime(), 'a clock counts no paused time').toBe(
    application.left[application.stage] ?? reviewMs,
  );
}
async function stopClock({ world }: Real, { application, running }: Both): Promise<void> {
  const [task] = await world.rows<{ due: string }>('select due_at as due from review_task where id = ?', [
    running.taskId,
  ]);
  application.left[application.stage] = new Date(task?.due ?? 0).getTime() - world.now().getTime();
}

const submit = (kind: ApplicationKind): Command =>
  command(
    `submit ${kind}`,
    // One registration and one appeal at a time: more say nothing about each other.
    (model) => slotOf(kind) === 'business' || !isOpen(model.open[slotOf(kind)]),
    async (model, real) => {
      const { world, filing } = real;
      const by = kind === 'appeal' ? world.stranger : kind === 'registration' ? world.owner : real.holder;
      const to = kind === 'transfer' ? world.someone() : undefined;
      const body = await world.bodyOf(kind, by, filing, to?.person);
      const answer = await world.as(by).create('/api/applications', body);
      if (!mustBe(maySubmit(model, kind), answer, `submitting a ${kind}`)) return;
      const slot = slotOf(kind);
      const running = await world.begun(answer, by, to?.account);
      const application = newApplication(kind);
      model.open[slot] = application;
      real.running[slot] = running;
      await open(real, { application, running }, { kind: 'submission' });
    },
  );

const decided = (slot: Slot, outcome: DecisionOutcome): Command =>
  command(`decide ${slot}: ${outcome}`, begun(slot), async (model, real) => {
    const { world } = real;
    const { application, running } = both(model, real, slot);
    const { stage, kind } = application;
    const reviewer = world.as(world.reviewerOf(stage));
    if (isReviewed(application)) await reviewer.post(`/api/review/tasks/${running.taskId}/claim`);
    const words = {
      outcome,
      opinion: '审核意见。',
      ...(outcome === 'return' ? { notice: [noticeOf[kind]] } : {}),
      ...(outcome === 'reject' ? { reasonCode: rejection[kind] } : {}),
    };
    const answer = await reviewer.post(`/api/review/tasks/${running.taskId}/decision`, words);
    if (!mustBe(mayDecide(model, application, outcome), answer, `deciding ${kind} in ${stage}: ${outcome}`)) return;
    const { decisionId } = (await answer.json()) as { decisionId: string };
    await stopClock(real, { application, running });
    const { correction: policy, acceptance } = modelPolicy;
    const ids = { applicationId: running.id, taskId: running.taskId, decisionId };
    await world.platform.activities.applyDecision({ ...ids, policy, acceptance });
    const { opens } = decide(model, application, outcome);
    if (opens) await open(real, { application, running }, { kind: opens.cause, id: decisionId });
    if (application.status === 'awaiting_recipient') {
      await world.platform.activities.tellRecipient({ applicationId: running.id });
    }
  });

const withdraw = (slot: Slot): Command =>
  command(`withdraw ${slot}`, begun(slot), async (model, real) => {
    const { application, running } = both(model, real, slot);
    const answer = await real.world.as(running.by).post(`/api/applications/${running.id}/withdrawal`);
    if (!mustBe(mayWithdraw(application), answer, `withdrawing a ${application.kind} that is ${application.status}`))
      return;
    const [row] = await real.world.rows<{ id: string }>('select id from withdrawal where application_id = ?', [
      running.id,
    ]);
    const ids = { applicationId: running.id, withdrawalId: row?.id ?? '' };
    await real.world.platform.activities.applyWithdrawal(ids);
    if (isOpen(application) && application.kind === 'appeal') model.filing.held = false;
    Object.assign(application, { status: 'withdrawn', suspended: false });
  });

const resubmit = (slot: Slot): Command =>
  command(
    `resubmit ${slot}`,
    // What is refused while a filing is held has its own tests.
    (model) => begun(slot)(model) && !(slot === 'business' && model.filing.held),
    async (model, real) => {
      const { application, running } = both(model, real, slot);
      const given = { baseVersion: running.version, truthful: true, ...corrections[application.kind](running.version) };
      const answer = await real.world.as(running.by).create(`/api/applications/${running.id}/resubmission`, given);
      const legal = application.status === 'returned';
      if (!mustBe(legal, answer, `resubmitting a ${application.kind} that is ${application.status}`)) return;
      running.version += 1;
      const [version] = await real.world.rows<{ id: string }>(
        'select id from application_version where application_id = ? and number = ?',
        [running.id, running.version],
      );
      await open(real, { application, running }, { kind: 'resubmission', id: version?.id ?? '' });
      application.status = application.stage === 'validity' ? 'resubmitted' : 'in_review';
    },
  );

const suspend = (slot: Slot): Command =>
  command(`suspend ${slot}`, begun(slot), async (model, real) => {
    const { application, running } = both(model, real, slot);
    const reviewer = real.world.as(real.world.reviewerOf(application.stage));
    if (isReviewed(application)) await reviewer.post(`/api/review/tasks/${running.taskId}/claim`);
    const resumeOn = beijingDay(new Date(real.world.now().getTime() + day));
    const body = { reasonCode: 'site_visit', opinion: '现场核查。', resumeOn };
    const answer = await reviewer.post(`/api/review/tasks/${running.taskId}/suspension`, body);
    if (!mustBe(maySuspend(application), answer, `suspending a ${application.kind} in ${application.stage}`)) return;
    await stopClock(real, { application, running });
    application.suspended = true;
    application.suspensions[application.stage] += 1;
    await real.world.platform.activities.applySuspension(await suspensionOf(real, running));
  });

const resume = (slot: Slot): Command =>
  command(`resume ${slot}`, begun(slot), async (model, real) => {
    const { application, running } = both(model, real, slot);
    const reviewer = real.world.as(real.world.reviewerOf(application.stage));
    const answer = await reviewer.post(`/api/review/tasks/${running.taskId}/resumption`);
    if (!mustBe(application.suspended, answer, `resuming a ${application.kind} that is ${application.status}`)) return;
    const effect = await real.world.platform.activities.applyResumption({
      ...(await suspensionOf(real, running)),
      policy: modelPolicy.review,
    });
    application.suspended = false;
    const left = effect.applied ? Date.parse(effect.dueAt) - real.world.now().getTime() : undefined;
    expect(left, 'a clock counts no suspended time').toBe(application.left[application.stage]);
  });

type Suspension = { applicationId: string; taskId: string; suspensionId: string; resumptionId?: string };
/** The last suspension of the task, with the resumption that was recorded for it: what the engine is told of it. */
async function suspensionOf({ world }: Real, { id: applicationId, taskId }: Running): Promise<Suspension> {
  const [row] = await world.rows<{ id: string; resumption: string | null }>(
    'select id, resumption_id as resumption from review_suspension where review_task_id = ? order by id desc limit 1',
    [taskId],
  );
  const ids = { applicationId, taskId, suspensionId: row?.id ?? '' };
  return { ...ids, ...(row?.resumption ? { resumptionId: row.resumption } : {}) };
}

/** Time passes, by less than any deadline and than the day on which a suspended review goes on by itself. */
const wait = (minutes: number): Command =>
  command(
    `wait ${minutes} min`,
    () => true,
    async (_model, real) => real.world.pass(minutes * 60_000),
  );

const slots: Slot[] = ['business', 'business', 'business', 'appeal', 'registration'];
const outcomes: DecisionOutcome[] = ['approve', 'approve', 'approve', 'return', 'reject'];
const kinds: ApplicationKind[] = [
  'change',
  'cancellation',
  'transfer',
  'transfer',
  'transfer',
  'appeal',
  'appeal',
  'registration',
];
const slot = fc.constantFrom(...slots);

/** All that may be tried, legal or not, what leads on more often. */
export const steps: fc.Arbitrary<Command>[] = [
  fc.constantFrom(...kinds).map(submit),
  fc.constantFrom(...kinds).map(submit),
  fc.tuple(slot, fc.constantFrom(...outcomes)).map(([of, outcome]) => decided(of, outcome)),
  fc.tuple(slot, fc.constantFrom(...outcomes)).map(([of, outcome]) => decided(of, outcome)),
  fc.tuple(slot, fc.constantFrom(...outcomes)).map(([of, outcome]) => decided(of, outcome)),
  slot.map(withdraw),
  slot.map(resubmit),
  slot.map(suspend),
  slot.map(resume),
  fc.boolean().map(answer),
  fc.constant(answer(true)),
  fc.constant(revoke()),
  fc.constant(expire()),
  fc.constant(trespass()),
  fc.integer({ min: 1, max: 120 }).map(wait),
];
