import { readFile } from 'node:fs/promises';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import type { ReviewCause } from '@beian/contracts/workflows.ts';
import type { ReviewStage } from '@beian/contracts/vocabulary.ts';
import { aCaptcha } from './captcha.ts';
import type { TestPlatform } from './platform.ts';
import { as, decided, files, json, named, uploaded } from './registration.ts';

/** The words of the tests' appeals: they name people, who must be found in no event and no history. */
export const appealWords = '系统由本单位建设，陈志远离职时以个人名义备案，请予更正。';

/** The body of an appeal with fresh evidence. */
export const anAppeal = async (platform: TestPlatform, appellant: Filer, overrides: Record<string, unknown> = {}) => ({
  kind: 'appeal',
  ground: 'ownership',
  description: appealWords,
  evidenceIds: [await uploaded(platform, appellant, 'appeal_evidence')],
  ...overrides,
});

/** A lodged appeal. */
export async function lodged(
  platform: TestPlatform,
  appellant: Filer,
  overrides: Record<string, unknown>,
): Promise<ApplicationSummary> {
  const body = await anAppeal(platform, appellant, overrides);
  return json<ApplicationSummary>(await as(platform, appellant).create('/api/applications', body), 201);
}

export const takenUp = { outcome: 'approve', opinion: '符合受理条件，予以受理。' };
export const upheld = { outcome: 'approve', opinion: '经核实，系统归申诉人所有。' };
export const dismissed = { outcome: 'reject', reasonCode: 'evidence_insufficient', opinion: '证明材料不足以认定。' };

const minute = { amount: 60, unit: 'seconds' as const };

/**
 * Plays the engine's part in one stage of an appeal, in a platform without one: opens it, lets the reviewer decide, settles. Answers the
 * decision's id and what the workflow would learn.
 */
export async function stagePlayed(
  platform: TestPlatform,
  application: { id: string; number: string },
  {
    stage,
    reviewer,
    decision,
    cause = { kind: 'submission' },
  }: {
    stage: ReviewStage;
    reviewer: Staff;
    decision: Record<string, unknown>;
    cause?: ReviewCause;
  },
) {
  const { openReview, applyDecision } = platform.activities;
  const policy = { due: minute, remindAfter: [], escalateAfter: [] };
  const opening = await openReview({ applicationId: application.id, stage, cause, policy });
  if (!opening.opened) throw new Error(`the ${stage} review of ${application.number} did not open`);
  const answer = await decided(platform, reviewer, application.number, decision);
  const { decisionId } = await json<{ decisionId: string }>(answer, 202);
  const correction = { due: minute, remindBefore: [] };
  const input = { applicationId: application.id, taskId: opening.taskId, decisionId, policy: correction };
  return { decisionId, effect: await applyDecision(input) };
}

/** An appeal about the filing that is found valid: the filing is held. `found` is the decision that found it so. */
export async function heldByAppeal(
  platform: TestPlatform,
  { appellant, reviewer }: { appellant: Filer; reviewer: Staff },
  filingNumber: string,
) {
  const appeal = await lodged(platform, appellant, { filingNumber });
  const { decisionId } = await stagePlayed(platform, appeal, { stage: 'validity', reviewer, decision: takenUp });
  return { appeal, found: decisionId };
}

/** Plays both reviews of an appeal that the decision `found` has found valid. */
export async function determined(
  platform: TestPlatform,
  { appeal, found }: { appeal: { id: string; number: string }; found: string },
  [proposer, proposal]: [Staff, Record<string, unknown>],
  [confirmer, confirmation]: [Staff, Record<string, unknown>],
) {
  const cause = { kind: 'approval', id: found } as const;
  const first = await stagePlayed(platform, appeal, { stage: 'first', reviewer: proposer, decision: proposal, cause });
  const next = { kind: 'approval', id: first.decisionId } as const;
  return stagePlayed(platform, appeal, { stage: 'second', reviewer: confirmer, decision: confirmation, cause: next });
}

/** Plays an appeal that nobody has signed in for, known by its number, to its determination. */
export async function determinedPublicly(
  platform: TestPlatform,
  number: string,
  [proposer, proposal]: [Staff, Record<string, unknown>],
  confirmed: [Staff, Record<string, unknown>],
) {
  const sql = 'select id from application where number = ?';
  const [row] = await platform.orm.em.fork().execute<{ id: string }[]>(sql, [number]);
  const appeal = { id: row?.id ?? '', number };
  const validity = { stage: 'validity', reviewer: proposer, decision: takenUp } as const;
  const { decisionId } = await stagePlayed(platform, appeal, validity);
  await determined(platform, { appeal, found: decisionId }, [proposer, proposal], confirmed);
  return appeal;
}

/** An appeal without sign-in, through the captcha: the raw answer. Names whom to answer as the tests' applications do. */
export async function lodgedPublicly(
  platform: TestPlatform,
  overrides: Record<string, string | File | File[] | undefined>,
): Promise<Response> {
  if (!platform.publicQuery) throw new Error('the platform has no public query');
  const file = new File([await readFile(files.pdf)], '证明.pdf');
  const { safetyOfficerName: contactName, safetyOfficerPhone: contactPhone } = named;
  const said = { ground: 'ownership', description: appealWords, contactName, contactPhone, file };
  const captcha = 'captcha' in overrides ? {} : { captcha: await aCaptcha(platform.publicQuery, 'appeal') };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...said, ...captcha, ...overrides })) {
    for (const one of [value].flat()) if (one !== undefined) form.append(name, one);
  }
  return platform.app.request('/api/public/appeals', { method: 'POST', body: form });
}
