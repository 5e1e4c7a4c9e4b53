import { Button } from 'antd';
import { useState } from 'react';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';
import { texts } from './texts.ts';
import { UrgeDialog } from './urge-dialog.tsx';

/** 签收, 退回待签收, 指派, 挂起, 督办 (I06, I08, I13): what this person may do with the task now. */
export function TaskActions({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState<'assign' | 'suspend' | 'urge'>();
  const post = (what: 'claim' | 'release' | 'assignment' | 'urging', body: object = {}) =>
    act(() => api.post(`/api/review/tasks/${task.id}/${what}`, body));
  const claimable = task.allowed.includes('claim');
  useShortcuts({ c: () => claimable && !busy && void post('claim') });
  if (task.allowed.length === 0 && problem === undefined) return null;
  const close = () => setAsking(undefined);
  return (
    <div className="actions" style={{ marginTop: 16 }}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {claimable && (
        <Button type="primary" loading={busy} onClick={() => void post('claim')}>
          {t(texts.claim)}
        </Button>
      )}
      {task.allowed.includes('release') && (
        <Button loading={busy} onClick={() => void post('release')}>
          {t(texts.release)}
        </Button>
      )}
      {task.allowed.includes('assign') && <Button onClick={() => setAsking('assign')}>{t(texts.assign)}</Button>}
      {task.allowed.includes('suspend') && <Button onClick={() => setAsking('suspend')}>{t(texts.suspend)}</Button>}
      {task.allowed.includes('urge') && <Button onClick={() => setAsking('urge')}>{t(texts.urge)}</Button>}
      {asking === 'assign' && (
        <AssignDialog
          organ={task.organ.code}
          onClose={close}
          onAssign={async (accountId) => {
            await post('assignment', { accountId });
            close();
          }}
        />
      )}
      {asking === 'suspend' && <SuspendDialog task={task} onClose={close} />}
      {asking === 'urge' && (
        <UrgeDialog
          onClose={close}
          onUrge={async (text) => {
            await post('urging', { text });
            close();
          }}
        />
      )}
    </div>
  );
}
