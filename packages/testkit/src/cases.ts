import type { ApplicationKind, ApplicationStatus, DecisionOutcome, ReviewStage } from '@beian/contracts/vocabulary.ts';
import { ApplicationEntity } from '@beian/filing/applications/application.entity.ts';
import { DecisionEntity, ReviewTaskEntity } from '@beian/filing/review/review.entity.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { organs } from './actors.ts';
import type { TestPlatform } from './platform.ts';

type AnOrgan = { code: string; name: string };
/** One review of a case; without an outcome it is open. Times are like `2026-03-02T10:00`, in Beijing. */
type Review = {
  organ?: AnOrgan;
  stage?: ReviewStage;
  opened: string;
  due?: string;
  closed?: string;
  outcome?: DecisionOutcome;
  lateCitations?: number;
  assignee?: Pick<Staff, 'accountId' | 'staffNo'>;
  escalatedTo?: string[];
  /** When it was suspended, and until which day. */
  suspended?: { at: string; resumeOn: string };
};
export type Case = {
  /** One of the first of March 2026 when it does not matter. */
  number?: string;
  kind?: ApplicationKind;
  status?: ApplicationStatus;
  organ?: AnOrgan;
  countyCode?: string;
  unitName?: string;
  systemName?: string;
  parentId?: string;
  reviews: Review[];
};

export const inBeijing = (at: string): Date => new Date(`${at.length === 10 ? `${at}T10:00` : at}:00+08:00`);
let nextNumber = 1;

/** An application with its reviews on days of the past, as rows: what happened is what the test says, and when. Answers its id. */
export async function aCase({ orm }: Pick<TestPlatform, 'orm'>, what: Case): Promise<{ id: string; number: string }> {
  const em = orm.em.fork();
  const { kind = 'registration', organ = organs.nanshan, reviews, parentId = null } = what;
  const [first] = reviews;
  const submittedAt = inBeijing(first?.opened ?? '2026-03-01');
  const id = newId();
  const { number = `SL20260301${String(nextNumber++).padStart(6, '0')}` } = what;
  em.create(ApplicationEntity, {
    id,
    number,
    parentId,
    kind,
    status: what.status ?? (reviews.at(-1)?.outcome === undefined ? 'in_review' : 'completed'),
    accountId: newId(),
    filerKind: 'personal',
    uscc: '91440300MA5FX1MP11',
    unitName: what.unitName ?? '深圳海岸城商业管理有限公司',
    systemName: what.systemName ?? '海岸城购物中心视频监控系统',
    countyCode: what.countyCode ?? organ.code,
    divisionName: '广东省深圳市',
    organCode: organ.code,
    organName: organ.name,
    version: 1,
    submittedAt,
    updatedAt: submittedAt,
  });
  let version = 1;
  reviews.forEach((review, i) => {
    const { organ: at = organ, stage = 'first', opened, closed, outcome, due = opened, assignee, suspended } = review;
    const taskId = newId();
    const place = { organCode: at.code, organName: at.name };
    em.create(ReviewTaskEntity, {
      id: taskId,
      applicationId: id,
      stage,
      round: i + 1,
      causeId: newId(),
      version,
      status: outcome ? 'decided' : assignee ? 'claimed' : 'open',
      ...place,
      assigneeAccountId: assignee?.accountId ?? null,
      assigneeStaffNo: assignee?.staffNo ?? null,
      openedAt: inBeijing(opened),
      dueAt: inBeijing(due),
      escalations: review.escalatedTo?.length ?? 0,
      escalatedTo: review.escalatedTo ?? [],
      remindAt: [],
      escalateAt: [],
      suspendedAt: suspended ? inBeijing(suspended.at) : null,
      resumeOn: suspended?.resumeOn ?? null,
      closedAt: closed ? inBeijing(closed) : null,
    });
    if (!outcome || !closed) return;
    em.create(DecisionEntity, {
      id: newId(),
      reviewTaskId: taskId,
      applicationId: id,
      stage,
      round: i + 1,
      version,
      reviewerAccountId: newId(),
      firstReviewerAccountId: stage === 'second' ? newId() : null,
      staffNo: '440305-001',
      ...place,
      outcome,
      opinion: '意见',
      notice: [],
      lateCitations: review.lateCitations ?? 0,
      decidedAt: inBeijing(closed),
      appliedAt: inBeijing(closed),
    });
    if (outcome === 'return') version += 1;
  });
  await em.flush();
  return { id, number };
}
