import { Button } from 'antd';
import { useState } from 'react';
import type { ReviewTask } from '@beian/contracts/review.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { AssignDialog } from '../task/assign-dialog.tsx';
import { texts as taskTexts } from '../task/texts.ts';
import { UrgeDialog } from '../task/urge-dialog.tsx';
import { texts } from './texts.ts';

export type Acting = (said: string, work: () => Promise<unknown>) => Promise<void>;

/** What a lead does with one task of the board: gives it to somebody, or urges its decision. */
export function RowActions(props: { task: ReviewTask; urges: boolean; act: Acting }) {
  const { task, urges, act } = props;
  const t = useText();
  const [asking, setAsking] = useState<'assign' | 'urge'>();
  const close = () => setAsking(undefined);
  const number = task.applicationNumber;
  const post = async (what: 'assignment' | 'urging', said: string, body: object) => {
    await act(said, () => api.post(`/api/review/tasks/${task.id}/${what}`, body));
    close();
  };
  return (
    <>
      <div className="buttons">
        <Button size="small" aria-label={t(texts.assignOne, { number })} onClick={() => setAsking('assign')}>
          {t(taskTexts.assign)}
        </Button>
        {urges && (
          <Button size="small" aria-label={t(texts.urgeOne, { number })} onClick={() => setAsking('urge')}>
            {t(taskTexts.urge)}
          </Button>
        )}
      </div>
      {asking === 'assign' && (
        <AssignDialog
          organ={task.organ.code}
          onClose={close}
          onAssign={(accountId) => post('assignment', t(texts.assigned, { number }), { accountId })}
        />
      )}
      {asking === 'urge' && (
        <UrgeDialog onClose={close} onUrge={(text) => post('urging', t(texts.urged, { number }), { text })} />
      )}
    </>
  );
}
