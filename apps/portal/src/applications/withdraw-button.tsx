import { useState } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 撤回 (I17): asks once more before it ends the application. */
export function WithdrawButton({ id }: { id: string }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    const body = reason.trim() ? { reason: reason.trim() } : {};
    const { status } = await api.post<ApplicationSummary>(`/api/applications/${id}/withdrawal`, body);
    return t(status === 'withdrawn' ? texts.withdrawn : texts.accepted);
  };
  return (
    <AskButton look="danger" label={t(texts.withdraw)} act={withdraw}>
      <p>{t(texts.withdrawSure)}</p>
      <TextField
        id="withdraw-reason"
        label={t(texts.withdrawReason)}
        rows={2}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </AskButton>
  );
}
