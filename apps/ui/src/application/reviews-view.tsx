import type { NoticeEntry, ReviewOutcome } from '@beian/contracts/applications.ts';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import { holderChangeLabels, outcomeLabelOf, type ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { ColumnHeads } from '../frame/column-heads.tsx';
import { useText, useTime } from '../language/language.tsx';

const texts = {
  field: { zh: '需补正的内容', en: 'What to correct' },
  problem: { zh: '存在的问题', en: 'What is wrong' },
  advice: { zh: '修改建议', en: 'What to do' },
  late: { zh: '此前未告知的原因：{reason}', en: 'Why it is said only now: {reason}' },
};

/** 补正告知 (N3): field, problem, advice. */
export function NoticeTable({ notice }: { notice: readonly NoticeEntry[] }) {
  const t = useText();
  return (
    <table className="notice stacking">
      <ColumnHeads labels={[texts.field, texts.problem, texts.advice]} />
      <tbody>
        {notice.map((entry) => (
          <tr key={entry.field}>
            <th scope="row">{t(correctableFieldLabels[entry.field])}</th>
            <td>
              {entry.problem}
              {entry.lateReason && <div className="second-line">{t(texts.late, { reason: entry.lateReason })}</div>}
            </td>
            <td>{entry.advice}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 审核意见: each decision with its organ, reason, opinion and notice. */
export function ReviewsView({ kind, reviews }: { kind: ApplicationKind; reviews: readonly ReviewOutcome[] }) {
  const t = useText();
  const time = useTime();
  const { labelOf } = useDictionaries();
  return reviews.map((review) => (
    <article key={review.decisionId} style={{ marginBottom: 20 }}>
      <p style={{ margin: '0 0 4px' }}>
        <strong>{t(outcomeLabelOf(review.outcome, { kind, stage: review.stage }))}</strong> · {review.organ.name} ·{' '}
        <time dateTime={review.decidedAt}>{time(review.decidedAt)}</time>
      </p>
      {review.holderChange && <p style={{ margin: '0 0 4px' }}>{t(holderChangeLabels[review.holderChange])}</p>}
      {review.reasonCode && <p style={{ margin: '0 0 4px' }}>{labelOf('rejection_reason', review.reasonCode)}</p>}
      <p style={{ margin: '0 0 8px', whiteSpace: 'pre-wrap' }}>{review.opinion}</p>
      {review.notice.length > 0 && <NoticeTable notice={review.notice} />}
    </article>
  ));
}
