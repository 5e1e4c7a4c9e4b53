import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { BulkAssignment } from '@beian/contracts/assignments.ts';
import { fieldMessages } from '@beian/contracts/field-messages.ts';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { AssignDialog } from '../task/assign-dialog.tsx';
import { texts } from './texts.ts';

type Outcome = BulkAssignment['items'][number];

/** 批量指派 (I05): what was ticked goes to one reviewer; what could not be assigned stays ticked and says why. */
export function BulkAssign(props: { items: ReviewTask[]; selected: string[]; onSelect: (ids: string[]) => void }) {
  const { items, selected, onSelect } = props;
  const t = useText();
  const { act, problem } = useAct();
  const [assigning, setAssigning] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcome[]>();
  const chosen = items.filter((task) => selected.includes(task.id));
  const failed = outcomes?.filter((one) => one.problem !== undefined) ?? [];
  const numberOf = (taskId: string) => items.find((task) => task.id === taskId)?.applicationNumber ?? taskId;

  const assign = async (accountId: string) => {
    const body = { taskIds: chosen.map((task) => task.id), accountId };
    const answer = await act(() => api.post<BulkAssignment>('/api/review/tasks/assignment', body));
    setAssigning(false);
    if (!answer) return;
    setOutcomes(answer.items);
    onSelect(answer.items.filter((one) => one.problem !== undefined).map((one) => one.taskId));
  };
  return (
    <div role="group" aria-label={t(texts.bulkAssign)} style={{ marginBottom: 16 }}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {outcomes && (
        <Alert
          role="status"
          type={failed.length > 0 ? 'warning' : 'success'}
          style={{ marginBottom: 16 }}
          title={[
            t(texts.bulkDone, { count: outcomes.length - failed.length }),
            ...(failed.length > 0 ? [t(texts.bulkFailed, { count: failed.length })] : []),
          ].join(' · ')}
          description={
            failed.length > 0 && (
              <ul style={{ margin: 0, paddingLeft: 20 }}>
                {failed.map((one) => (
                  <li key={one.taskId}>{[numberOf(one.taskId), t(whyOf(one))].join(t(shared.colon))}</li>
                ))}
              </ul>
            )
          }
        />
      )}
      <div className="actions" style={{ marginTop: 0, alignItems: 'center' }}>
        <Button onClick={() => onSelect(items.map((task) => task.id))}>{t(texts.selectAll)}</Button>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setAssigning(true)}>
          {t(texts.bulkAssign)}
        </Button>
        <span role="status">{t(texts.selected, { count: chosen.length })}</span>
      </div>
      {assigning && (
        <AssignDialog organ={chosen[0]?.organ.code} onClose={() => setAssigning(false)} onAssign={assign} />
      )}
    </div>
  );
}

/** What is to be said of a task that could not be assigned: of the person chosen, or of the task. */
const whyOf = ({ problem, field }: Outcome): Label =>
  (field === undefined ? undefined : fieldMessages[field]) ??
  problems[(problem ?? 'internal') as ProblemCode]?.title ??
  problems.internal.title;
