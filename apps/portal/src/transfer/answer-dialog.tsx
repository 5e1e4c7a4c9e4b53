import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ActProblem } from '../frame/act-problem.tsx';
import { texts } from './texts.ts';

export type Answer = { transfer: IncomingTransfer; accept: boolean };

/** Asks once more before an answer is sent: neither can be taken back. */
export function AnswerDialog({ answer, onClose }: { answer: Answer | undefined; onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const accept = answer?.accept ?? true;
  const word = t(accept ? texts.accept : texts.decline);

  const close = () => {
    setProblem(undefined);
    setReason('');
    onClose();
  };
  const send = async ({ transfer }: Answer) => {
    setBusy(true);
    setProblem(undefined);
    const given = reason.trim();
    try {
      const body = { accept, ...(!accept && given ? { reason: given } : {}) };
      const path = `/api/transfers/${transfer.applicationId}/answer`;
      const { status } = await api.post<IncomingTransfer>(path, body);
      const done = status === 'awaiting_recipient' ? texts.recorded : accept ? texts.accepted : texts.declined;
      void message.success(t(done));
      close();
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return (
    <Modal
      open={answer !== undefined}
      title={answer && t(accept ? texts.acceptOf : texts.declineOf, { number: answer.transfer.filingNumber })}
      okText={word}
      okButtonProps={{ danger: !accept, loading: busy }}
      cancelText={t(shared.cancel)}
      onOk={() => void (answer && send(answer))}
      onCancel={close}
    >
      {problem !== undefined && <ActProblem error={problem} />}
      <p>{t(accept ? texts.acceptSure : texts.declineSure)}</p>
      {!accept && (
        <TextField
          id="decline-reason"
          label={t(texts.reason)}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      )}
    </Modal>
  );
}
