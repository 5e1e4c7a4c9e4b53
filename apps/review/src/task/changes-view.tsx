import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { DiffTable } from '@beian/ui/application/diff-view.tsx';
import { DeviceDiffView } from '@beian/ui/devices/device-diff-view.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What a resubmission changed, and how the filer explains it. */
export function ChangesView({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t(texts.changes)}</h2>
      {task.application.explanation && <p>{t(texts.explanation, { text: task.application.explanation })}</p>}
      {task.diff.length === 0 ? <p>{t(texts.noChange)}</p> : <DiffTable diff={task.diff} label={t(texts.changes)} />}
      {task.deviceDiff && <DeviceDiffView diff={task.deviceDiff} />}
    </section>
  );
}
