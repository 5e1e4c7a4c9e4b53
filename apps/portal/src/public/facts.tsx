import type { ReactNode } from 'react';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { useText } from '@beian/ui/language/language.tsx';

/** What is known of something, a line for each, on the pages for everybody. */
export function Facts({ rows }: { rows: readonly (readonly [label: Label, value: ReactNode])[] }) {
  const t = useText();
  return (
    <dl className="panel facts">
      {rows.map(([label, value]) => (
        <div key={label.en}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
