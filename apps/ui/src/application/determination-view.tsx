import type { Determination } from '@beian/contracts/appeals.ts';
import { appealFindingLabels, holderChangeLabels, rejectionReasonLabels } from '@beian/contracts/vocabulary.ts';
import { useText, useTime } from '../language/language.tsx';

const title = { zh: '申诉决定', en: 'Determination' };

/** How an appeal was answered, in the organ's words. */
export function DeterminationView({ determination }: { determination: Determination }) {
  const { finding, words, reasonCode, holderChange, decidedAt } = determination;
  const t = useText();
  const time = useTime();
  return (
    <section className="panel" aria-labelledby="determination">
      <h2 id="determination">{t(title)}</h2>
      <p>
        <strong>{t(appealFindingLabels[finding])}</strong> · <time dateTime={decidedAt}>{time(decidedAt)}</time>
      </p>
      {holderChange && <p>{t(holderChangeLabels[holderChange])}</p>}
      {reasonCode && <p>{t(rejectionReasonLabels[reasonCode])}</p>}
      <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
    </section>
  );
}
