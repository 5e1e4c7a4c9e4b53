import type { FilerKind } from './accounts.ts';
import type { ApplicationKind } from './businesses.ts';
import type { Label, Labels } from './label.ts';
import { decisionOutcomeLabels, decisionOutcomes, type DecisionOutcome, type ReviewStage } from './review.ts';

/** How an appeal is answered. */
export const appealFindings = ['not_valid', 'upheld', 'dismissed'] as const;
export type AppealFinding = (typeof appealFindings)[number];
export const appealFindingLabels: Labels<AppealFinding> = {
  not_valid: { zh: '不予受理', en: 'Not taken up' },
  upheld: { zh: '申诉成立', en: 'Upheld' },
  dismissed: { zh: '申诉不成立', en: 'Dismissed' },
};

/** What an upheld appeal about ownership does to the holding (I51). */
export const holderChanges = ['appellant', 'none'] as const;
export type HolderChange = (typeof holderChanges)[number];
export const holderChangeLabels: Labels<HolderChange> = {
  appellant: { zh: '变更为申诉人', en: 'Moves to the appellant' },
  none: { zh: '持有人不变', en: 'Stays as it is' },
};

/** A review as far as its outcomes depend on it. */
export type Reviewed = { kind: ApplicationKind; stage: ReviewStage };

/** The outcomes that a review may have: one table for server and screens. Without an account nobody can correct an appeal. */
export function decisionOutcomesOf({
  kind,
  stage,
  filerKind,
}: Reviewed & { filerKind: FilerKind }): readonly DecisionOutcome[] {
  if (kind !== 'appeal') return decisionOutcomes;
  return decisionOutcomes.filter((outcome) => {
    if (outcome === 'return') return stage !== 'second' && filerKind !== 'public';
    return outcome !== 'reroute' || stage !== 'second';
  });
}

/** What an outcome is called: of an appeal it is taken up or not, upheld or dismissed. */
export function outcomeLabelOf(outcome: DecisionOutcome, { kind, stage }: Reviewed): Label {
  if (kind !== 'appeal' || outcome === 'return' || outcome === 'reroute') return decisionOutcomeLabels[outcome];
  if (stage !== 'validity') return appealFindingLabels[outcome === 'approve' ? 'upheld' : 'dismissed'];
  return outcome === 'approve' ? { zh: '予以受理', en: 'Take up' } : appealFindingLabels.not_valid;
}
