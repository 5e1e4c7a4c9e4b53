import { correctableFieldsOf } from '@beian/contracts/correctable-fields.ts';
import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { reasonFits } from '@beian/contracts/dictionary.rules.ts';
import type { Decide } from '@beian/contracts/review.ts';
import {
  decisionOutcomesOf,
  disputesHolder,
  type AppealGround,
  type ApplicationKind,
  type FilerKind,
  type ReviewStage,
} from '@beian/contracts/vocabulary.ts';

type Reviewed = { kind: ApplicationKind; filerKind: FilerKind; stage: ReviewStage; ground?: AppealGround | undefined };
type Misfit = { path: (string | number)[]; code: string };
type Reason = Pick<DictionaryEntry, 'rule'>;

/** What of a decision its business or its stage does not know: outcome, reason (its entry of the dictionary), fields of the notice, a change of holder. */
export function misfits({ outcome, notice = [], holderChange }: Decide, reviewed: Reviewed, reason?: Reason): Misfit[] {
  const { kind, stage, ground } = reviewed;
  const wrong: Misfit[] = [];
  if (!decisionOutcomesOf(reviewed).includes(outcome))
    wrong.push({ path: ['outcome'], code: 'decision.outcome-stage' });
  if (outcome === 'reject' && reason && !reasonFits(reason, kind)) {
    wrong.push({ path: ['reasonCode'], code: 'decision.reason-kind' });
  }
  const moving = outcome === 'approve' && stage === 'first' && disputesHolder(ground);
  if (holderChange === 'appellant' && !moving) wrong.push({ path: ['holderChange'], code: 'decision.holder-change' });
  if (outcome !== 'return') return wrong;
  const fields = correctableFieldsOf(kind);
  const foreign = notice.flatMap(({ field }, i) =>
    fields.includes(field) ? [] : [{ path: ['notice', i, 'field'], code: 'notice.field-kind' }],
  );
  return [...wrong, ...foreign];
}
