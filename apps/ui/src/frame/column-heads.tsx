import type { Label } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';

/** The heading row of a plain table. */
export function ColumnHeads({ labels }: { labels: readonly Label[] }) {
  const t = useText();
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label.zh} scope="col">
            {t(label)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
