import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 撤回 (I17): asks once more before it ends the application. */
export function WithdrawButton({ id }: { id: string }) {
  const t = useText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const withdraw = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = reason.trim() ? { reason: reason.trim() } : {};
      const { status } = await api.post<ApplicationSummary>(`/api/applications/${id}/withdrawal`, body);
      setOpen(false);
      void message.success(t(status === 'withdrawn' ? texts.withdrawn : texts.accepted));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t(texts.withdraw)}
      </Button>
      <Modal
        open={open}
        title={t(texts.withdraw)}
        okText={t(texts.withdraw)}
        okButtonProps={{ danger: true, loading: busy }}
        cancelText={t(shared.cancel)}
        onOk={() => void withdraw()}
        onCancel={() => setOpen(false)}
      >
        {problem !== undefined && <ProblemAlert error={problem} />}
        <p>{t(texts.withdrawSure)}</p>
        <TextField
          id="withdraw-reason"
          label={t(texts.withdrawReason)}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      </Modal>
    </>
  );
}
