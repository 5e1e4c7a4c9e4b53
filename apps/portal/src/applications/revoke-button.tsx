import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 撤销移交 (I48): asks once more before it ends the transfer. */
export function RevokeButton({ id }: { id: string }) {
  const t = useText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const revoke = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { status } = await api.post<ApplicationSummary>(`/api/transfers/${id}/revocation`);
      setOpen(false);
      void message.success(t(status === 'revoked' ? texts.revoked : texts.accepted));
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
        {t(texts.revoke)}
      </Button>
      <Modal
        open={open}
        title={t(texts.revoke)}
        okText={t(texts.revoke)}
        okButtonProps={{ danger: true, loading: busy }}
        cancelText={t(shared.cancel)}
        onOk={() => void revoke()}
        onCancel={() => setOpen(false)}
      >
        {problem !== undefined && <ProblemAlert error={problem} />}
        <p>{t(texts.revokeSure)}</p>
      </Modal>
    </>
  );
}
