import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Extension, type ApplicationSummary } from '@beian/contracts/applications.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 补正延期 (G6): once, for a reason. */
export function ExtendButton({ id }: { id: string }) {
  const t = useText();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const extend = async () => {
    const [found] = contractErrors(Extension, { reason }, locale);
    setWrong(found);
    if (found) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await api.post<ApplicationSummary>(`/api/applications/${id}/extension`, { reason: reason.trim() });
      setOpen(false);
      void message.success(t(texts.extended));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(texts.extend)}</Button>
      <Modal
        open={open}
        title={t(texts.extend)}
        okText={t(texts.extend)}
        okButtonProps={{ loading: busy }}
        cancelText={t(shared.cancel)}
        onOk={() => void extend()}
        onCancel={() => setOpen(false)}
      >
        {problem !== undefined && <ProblemAlert error={problem} />}
        <p>{t(texts.extendOnce)}</p>
        <TextField
          id="extension-reason"
          label={t(texts.extendReason)}
          error={wrong}
          required
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      </Modal>
    </>
  );
}
