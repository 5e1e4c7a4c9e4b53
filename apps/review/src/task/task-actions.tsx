import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import { staffRoleLabels } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { texts } from './texts.ts';

/** 签收, 退回待签收, 指派 (I06): what this person may do with the task now. */
export function TaskActions({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const { act, busy, problem } = useAct();
  const [assigning, setAssigning] = useState(false);
  if (task.allowed.length === 0 && problem === undefined) return null;
  const post = (what: 'claim' | 'release') => act(() => api.post(`/api/review/tasks/${task.id}/${what}`));
  return (
    <div className="actions" style={{ marginTop: 16 }}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {task.allowed.includes('claim') && (
        <Button type="primary" loading={busy} onClick={() => void post('claim')}>
          {t(texts.claim)}
        </Button>
      )}
      {task.allowed.includes('release') && (
        <Button loading={busy} onClick={() => void post('release')}>
          {t(texts.release)}
        </Button>
      )}
      {task.allowed.includes('assign') && <Button onClick={() => setAssigning(true)}>{t(texts.assign)}</Button>}
      {assigning && (
        <AssignDialog
          onClose={() => setAssigning(false)}
          onAssign={async (accountId) => {
            await act(() => api.post(`/api/review/tasks/${task.id}/assignment`, { accountId }));
            setAssigning(false);
          }}
        />
      )}
    </div>
  );
}

function AssignDialog(props: { onClose: () => void; onAssign: (accountId: string) => Promise<void> }) {
  const t = useText();
  const [chosen, setChosen] = useState<string>();
  const colleagues = useQuery({
    queryKey: ['staff'],
    queryFn: async () => (await api.get<{ items: Colleague[] }>('/api/staff')).items,
  });
  const able = (colleagues.data ?? []).filter(
    ({ roles, suspended }) => !suspended && roles.some((role) => role === 'reviewer' || role === 'senior_reviewer'),
  );
  return (
    <Modal
      open
      title={t(texts.assign)}
      okText={t(texts.assign)}
      cancelText={t(shared.cancel)}
      okButtonProps={{ disabled: chosen === undefined }}
      onOk={() => chosen && void props.onAssign(chosen)}
      onCancel={props.onClose}
    >
      {colleagues.error && <ProblemAlert error={colleagues.error} />}
      {colleagues.data && able.length === 0 ? (
        <p>{t(texts.noColleagues)}</p>
      ) : (
        <ChoiceField
          id="assign-to"
          label={t(texts.assignTo)}
          value={chosen}
          options={able.map(({ accountId, staffNo, roles }) => ({
            value: accountId,
            label: `${staffNo}(${roles.map((role) => t(staffRoleLabels[role])).join('、')})`,
          }))}
          onChange={setChosen}
        />
      )}
    </Modal>
  );
}
