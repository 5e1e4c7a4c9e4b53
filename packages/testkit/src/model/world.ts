import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ApplicationKind, DocumentKind, ReviewStage } from '@beian/contracts/vocabulary.ts';
import { defaultPolicy, type Policy, type ReviewCause, type Span } from '@beian/contracts/workflows.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer, organs } from '../actors.ts';
import { appealWords } from '../appeals.ts';
import { manyFilings } from '../change.ts';
import { aPlatform, type TestPlatform } from '../platform.ts';
import { aSystem, as, aUnit, json, uploaded } from '../registration.ts';
import { accountOf, anIdNumber, type Person } from '../transfer.ts';

const days = (amount: number): Span => ({ amount: amount * 86_400, unit: 'seconds' });
export const reviewMs = 20 * 86_400_000;
/** Deadlines in seconds, so that what is left of one can be counted; long ones, so that none passes by itself. */
export const modelPolicy: Policy = {
  ...defaultPolicy,
  review: { due: days(20), remindAfter: [], escalateAfter: [] },
  appeal: { due: days(20), remindAfter: [], escalateAfter: [] },
  correction: { due: days(400), remindBefore: [] },
  acceptance: { due: days(400), remindBefore: [] },
};

/** An application of the world, and the review that was opened for it last. */
export type Running = { id: string; number: string; by: Filer; to?: Filer; taskId: string; version: number };
export type World = Awaited<ReturnType<typeof aWorld>>;

/** A platform without an engine, whose part is played here; people, papers and a clock that the commands move. */
export async function aWorld() {
  let now = new Date();
  const platform: TestPlatform = await aPlatform({
    clock: { now: () => now },
    policy: modelPolicy,
    outcomePatienceMs: 1,
  });
  const first = aReviewer(organs.nanshan, ['senior_reviewer']);
  const second = aReviewer(organs.nanshan, ['senior_reviewer']);
  const owner = aPersonalUser();
  const stranger = aPersonalUser();
  const unit = await aUnit(platform, owner);
  const numbers: string[] = [];
  const papers = new Map<string, string>();
  let people = 0;
  let changes = 0;

  const paper = async (by: Filer, kind: DocumentKind): Promise<string> => {
    const key = `${by.accountId} ${kind}`;
    const known = papers.get(key) ?? (await uploaded(platform, by, kind));
    papers.set(key, known);
    return known;
  };
  /** Whoever acts has signed in just now. */
  const fresh = (by: Filer): Filer => ({ ...by, signedInAt: now.toISOString() });
  const rows = <T>(sql: string, values: unknown[]): Promise<T[]> => platform.orm.em.fork().execute(sql, values);

  return {
    platform,
    owner,
    stranger,
    now: () => now,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    rows,
    as: (actor: Filer | Staff) => as(platform, actor.kind === 'staff' ? actor : fresh(actor)),
    /** Who reviews a stage: never one person in both. */
    reviewerOf: (stage: ReviewStage): Staff => (stage === 'second' ? second : first),
    someone: (): { person: Person; account: Filer } => {
      people += 1;
      const person = { name: '李娜', idNumber: anIdNumber(people % 900) };
      return { person, account: accountOf(person) };
    },
    /** A filing of the owner's that nothing was done with. */
    aFiling: async (): Promise<string> => {
      if (numbers.length === 0) numbers.push(...(await manyFilings(platform, owner, first, 50)));
      return numbers.pop() ?? '';
    },
    bodyOf: async (kind: ApplicationKind, by: Filer, filing: string, to?: Person): Promise<Record<string, unknown>> => {
      switch (kind) {
        case 'registration':
          return { kind, unitId: unit.id, system: aSystem(await paper(by, 'device_table')), truthful: true };
        case 'change': {
          const authorisationId = await paper(by, 'change_authorisation');
          changes += 1;
          const system = { retentionDays: 31 + (changes % 300) };
          return {
            kind,
            filingNumbers: [filing],
            system,
            explanation: '扩容',
            authorisationId,
            proofIds: [],
            truthful: true,
          };
        }
        case 'cancellation': {
          const authorisationId = await paper(by, 'cancellation_authorisation');
          return { kind, filingNumber: filing, reason: '系统已拆除', authorisationId, confirmed: true };
        }
        case 'transfer': {
          const named = { recipientName: to?.name, recipientIdNumber: to?.idNumber };
          const formId = await paper(by, 'transfer_form');
          return { kind, filingNumber: filing, ...named, description: '管理单位变更', formId, confirmed: true };
        }
        case 'appeal': {
          const evidenceIds = [await paper(by, 'appeal_evidence')];
          return { kind, ground: 'ownership', filingNumber: filing, description: appealWords, evidenceIds };
        }
      }
    },
    /** The engine opens a review; answers its task, and when it is due. */
    open: async (running: Running, stage: ReviewStage, cause: ReviewCause): Promise<Date> => {
      const opening = await platform.activities.openReview({
        applicationId: running.id,
        stage,
        cause,
        policy: modelPolicy.review,
      });
      if (!opening.opened) throw new Error(`the ${stage} review of ${running.number} did not open`);
      running.taskId = opening.taskId;
      return new Date(opening.dueAt);
    },
    begun: async (response: Response, by: Filer, to?: Filer): Promise<Running> => {
      const { id, number } = await json<ApplicationSummary>(response, 201);
      return { id, number, by, ...(to ? { to } : {}), taskId: '', version: 1 };
    },
    stop: () => platform.stop(),
  };
}
