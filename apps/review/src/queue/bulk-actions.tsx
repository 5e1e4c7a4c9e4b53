import { Button } from 'antd';
import { useState } from 'react';
import type { BulkAssignment } from '@beian/contracts/assignments.ts';
import type { BulkApproval } from '@beian/contracts/bulk-approvals.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { mayDecide, mayLead } from '../frame/roles.ts';
import { AssignDialog } from '../task/assign-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { BulkOutcome, type Outcome } from './bulk-outcome.tsx';
import { texts } from './texts.ts';

/** 批量指派 and 批量通过 (I05, I12) of what was ticked; what could not be done stays ticked and says why. */
export function BulkActions(props: {
  items: ReviewTask[];
  selected: string[];
  onSelect: (ids: string[]) => void;
  approves?: boolean;
}) {
  const { items, selected, onSelect, approves = true } = props;
  const t = useText();
  const me = useMe();
  const { act, problem } = useAct();
  const [asking, setAsking] = useState<'assign' | 'approve'>();
  const [done, setDone] = useState<Outcome[]>();
  const chosen = items.filter((task) => selected.includes(task.id));
  const taskIds = chosen.map((task) => task.id);
  const close = () => setAsking(undefined);

  const send = async (what: 'assignment' | 'approval', body: object) => {
    const answer = await act(() => api.post<BulkAssignment | BulkApproval>(`/api/review/tasks/${what}`, body));
    close();
    if (!answer) return;
    const outcomes = answer.items.map((one) => ({
      ...one,
      number: chosen.find((task) => task.id === one.taskId)?.applicationNumber ?? one.taskId,
    }));
    setDone(outcomes);
    onSelect(outcomes.filter((one) => one.problem !== undefined).map((one) => one.taskId));
  };
  return (
    <div role="group" aria-label={t(texts.bulk)} style={{ marginBottom: 16 }}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {done && <BulkOutcome outcomes={done} />}
      {items.length > 0 && (
        <div className="actions" style={{ marginTop: 0, alignItems: 'center' }}>
          <Button onClick={() => onSelect(items.map((task) => task.id))}>{t(texts.selectAll)}</Button>
          {mayLead(me.data) && (
            <Button disabled={chosen.length === 0} onClick={() => setAsking('assign')}>
              {t(texts.bulkAssign)}
            </Button>
          )}
          {approves && mayDecide(me.data) && (
            <Button disabled={chosen.length === 0} onClick={() => setAsking('approve')}>
              {t(texts.bulkApprove)}
            </Button>
          )}
          <span role="status">{t(texts.selected, { count: chosen.length })}</span>
        </div>
      )}
      {asking === 'assign' && (
        <AssignDialog
          organ={chosen[0]?.organ.code}
          onClose={close}
          onAssign={(accountId) => send('assignment', { taskIds, accountId })}
        />
      )}
      {asking === 'approve' && (
        <ApproveDialog
          taskIds={taskIds}
          onClose={close}
          onApprove={(opinion) => send('approval', { taskIds, opinion })}
        />
      )}
    </div>
  );
}
