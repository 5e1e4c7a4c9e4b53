import type { Determination } from '@beian/contracts/appeals.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import type { DecisionEntity } from '../review/review.entity.ts';

type Answered = Pick<ApplicationEntity, 'kind' | 'status'>;

/** How an appeal was answered: by the second review, or by the check of its validity; undefined while it is not. */
export function determinationOf(application: Answered, decisions: DecisionEntity[]): Determination | undefined {
  const { kind, status } = application;
  const last = decisions.at(-1);
  if (kind !== 'appeal' || (status !== 'completed' && status !== 'rejected') || !last?.appliedAt) return undefined;
  const dismissed = last.outcome !== 'approve';
  return {
    finding: dismissed ? (status === 'rejected' ? 'not_valid' : 'dismissed') : 'upheld',
    words: last.opinion,
    ...(last.reasonCode ? { reasonCode: last.reasonCode } : {}),
    ...(last.holderChange ? { holderChange: last.holderChange } : {}),
    decidedAt: last.decidedAt.toISOString(),
  };
}

/** Whether a decision is the filer's to read: what the first review of an appeal proposes is not, until and unless the second confirms it. */
export const isTold = (application: Answered, decisions: DecisionEntity[], decision: DecisionEntity): boolean =>
  application.kind !== 'appeal' ||
  decision.stage === 'validity' ||
  decision.outcome === 'return' ||
  decision.outcome === 'reroute' ||
  (application.status === 'completed' && decision === decisions.at(-1));

/** What a decision about an appeal means to its workflow: `approve` goes on, whichever way it was decided. */
export function effectOnAppeal({ stage, outcome, agrees }: Pick<DecisionEntity, 'stage' | 'outcome' | 'agrees'>) {
  if (outcome === 'return' || outcome === 'reroute') throw new Error(`a ${outcome} is the same for every business`);
  if (stage === 'validity') return outcome;
  return stage === 'second' && !agrees ? 'disagree' : 'approve';
}
