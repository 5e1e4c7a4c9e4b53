import type { TimelineEntry } from '@beian/contracts/applications.ts';
import { suspensionReasonLabels, timelineLabels } from '@beian/contracts/vocabulary.ts';
import { useText, useTime } from '../language/language.tsx';
import { suspensionTexts } from './texts.ts';

/** 办理进度 (I19): the same for filers and reviewers. */
export function TimelineView({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useText();
  const time = useTime();
  const waiting = ({ reasonCode, resumeOn: day, resumedBy }: NonNullable<TimelineEntry['suspension']>) => {
    if (resumedBy) return t(resumedBy === 'day' ? suspensionTexts.byDay : suspensionTexts.byStaff);
    return t(suspensionTexts.waitsFor, { reason: t(suspensionReasonLabels[reasonCode]), day });
  };
  return (
    <ol className="timeline">
      {entries.map((entry, i) => (
        <li key={`${entry.at}-${i}`}>
          <strong>{t(timelineLabels[entry.kind])}</strong>
          {entry.organ && <span> · {entry.organ.name}</span>}
          {entry.suspension ? <div>{waiting(entry.suspension)}</div> : <br />}
          <time dateTime={entry.at} className="hint">
            {time(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
