import type { CannedText } from '@beian/contracts/canned-texts.ts';
import { Decide, type ReviewTaskDetail } from '@beian/contracts/review.ts';
import {
  disputesHolder,
  type DecisionOutcome,
  type HolderChange,
  type Label,
  type RejectionReason,
} from '@beian/contracts/vocabulary.ts';
import type { NoticeDraft } from './notice-editor.tsx';
import { texts } from './texts.ts';

/** What the decision panel holds; what was typed for one outcome stays when another is looked at. */
export type DecisionForm = {
  outcome: DecisionOutcome | undefined;
  opinion: string;
  reasonCode: RejectionReason | undefined;
  notice: NoticeDraft[];
  holderChange: HolderChange | undefined;
  targetOrgan: string | undefined;
  note: string;
};
export const emptyForm: DecisionForm = {
  outcome: undefined,
  opinion: '',
  reasonCode: undefined,
  notice: [{ problem: '', advice: '' }],
  holderChange: undefined,
  targetOrgan: undefined,
  note: '',
};

/** An opinion for one outcome is offered with that outcome alone. */
export const fitsOutcome = (canned: CannedText, outcome: DecisionOutcome | undefined): boolean =>
  canned.outcome === undefined || outcome === undefined || canned.outcome === outcome;

/** The first review that upholds an appeal about ownership says what becomes of the holding: nobody may forget to. */
export const movesHolder = ({ stage, appeal }: ReviewTaskDetail, outcome: DecisionOutcome | undefined): boolean =>
  outcome === 'approve' && stage === 'first' && disputesHolder(appeal?.ground);
export const DecideOnHolder = Decide.refine((decision) => decision.holderChange !== undefined, {
  path: ['holderChange'],
  error: 'required',
});

/** What the panel calls a field of the body. */
export const labelOfPath = (path: string): Label => {
  const [whole = '', , part] = path.split('.');
  const names: Record<string, Label> = {
    outcome: texts.outcome,
    reasonCode: texts.reason,
    targetOrgan: texts.target,
    holderChange: texts.holderChange,
    opinion: texts.opinion,
    note: texts.note,
    field: texts.field,
    problem: texts.problem,
    advice: texts.advice,
    lateReason: texts.lateReason,
  };
  return names[part ?? whole] ?? texts.notice;
};

const withoutEmptyReason = ({ lateReason, ...entry }: NoticeDraft): NoticeDraft =>
  lateReason?.trim() ? { ...entry, lateReason } : entry;

/** Only what belongs to the outcome is sent; what was typed for another one stays on the page. */
export const bodyOf = (
  { outcome, opinion, reasonCode, notice, holderChange, targetOrgan, note }: DecisionForm,
  task: ReviewTaskDetail,
): Record<string, unknown> => ({
  outcome,
  opinion,
  ...(outcome === 'reject' && reasonCode ? { reasonCode } : {}),
  ...(outcome === 'return' ? { notice: notice.map(withoutEmptyReason) } : {}),
  ...(movesHolder(task, outcome) && holderChange ? { holderChange } : {}),
  ...(outcome === 'reroute' && targetOrgan ? { targetOrgan } : {}),
  ...(note.trim() ? { note } : {}),
});
