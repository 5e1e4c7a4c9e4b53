import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import { DeviceDiffView } from '@beian/ui/devices/device-diff-view.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What a resubmission changed, and how the filer explains it. */
export function ChangesView({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t(texts.changes)}</h2>
      {task.application.explanation && <p>{t(texts.explanation, { text: task.application.explanation })}</p>}
      {task.diff.length === 0 ? (
        <p>{t(texts.noChange)}</p>
      ) : (
        <table className="notice">
          <thead>
            <tr>
              <th scope="col">{t(texts.field)}</th>
              <th scope="col">{t(texts.before)}</th>
              <th scope="col">{t(texts.after)}</th>
            </tr>
          </thead>
          <tbody>
            {task.diff.map((line) => (
              <tr key={line.field}>
                <th scope="row">{t(correctableFieldLabels[line.field])}</th>
                <td>
                  <del>{line.before ?? t(shared.none)}</del>
                </td>
                <td className="changed">
                  <ins>{line.after ?? t(shared.none)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {task.deviceDiff && <DeviceDiffView diff={task.deviceDiff} />}
    </section>
  );
}
