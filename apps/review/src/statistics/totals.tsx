import type { Statistics } from '@beian/contracts/statistics.ts';
import { figureLabels } from '@beian/contracts/vocabulary.ts';
import { useText } from '@beian/ui/language/language.tsx';

const shown = [
  'received',
  'approved',
  'returned',
  'rejected',
  'returnRate',
  'medianDays',
  'ninthDecileDays',
  'open',
  'overdue',
  'withFiler',
  'filings',
  'devices',
] as const;

/** The figures of the whole. */
export function Totals({ totals }: { totals: Statistics['totals'] }) {
  const t = useText();
  return (
    <dl className="totals">
      {shown.map((figure) => (
        <div key={figure}>
          <dt>{t(figureLabels[figure])}</dt>
          <dd>
            {totals[figure] ?? '–'}
            {figure === 'returnRate' && totals[figure] !== null && '%'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
