import type { Determination } from '@beian/contracts/appeals.ts';
import { appealFindingLabels, holderChangeLabels } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { useText, useTime } from '../language/language.tsx';

const title = { zh: '申诉决定', en: 'Determination' };

/** How an appeal was answered, in the organ's words. */
export function DeterminationView({ determination }: { determination: Determination }) {
  const { finding, words, reasonCode, holderChange, decidedAt } = determination;
  const t = useText();
  const time = useTime();
  const { labelOf } = useDictionaries();
  return (
    <section className="panel" aria-labelledby="determination">
      <h2 id="determination">{t(title)}</h2>
      <p>
        <strong>{t(appealFindingLabels[finding])}</strong> · <time dateTime={decidedAt}>{time(decidedAt)}</time>
      </p>
      {holderChange && <p>{t(holderChangeLabels[holderChange])}</p>}
      {reasonCode && <p>{labelOf('rejection_reason', reasonCode)}</p>}
      <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
    </section>
  );
}
