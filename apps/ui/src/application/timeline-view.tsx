import type { TimelineEntry } from '@beian/contracts/applications.ts';
import { timelineLabels } from '@beian/contracts/vocabulary.ts';
import { useText, useTime } from '../language/language.tsx';

/** 办理进度 (I19): the same for filers and reviewers. */
export function TimelineView({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useText();
  const time = useTime();
  return (
    <ol className="timeline">
      {entries.map((entry, i) => (
        <li key={`${entry.at}-${i}`}>
          <strong>{t(timelineLabels[entry.kind])}</strong>
          {entry.organ && <span> · {entry.organ.name}</span>}
          <br />
          <time dateTime={entry.at} className="hint">
            {time(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
