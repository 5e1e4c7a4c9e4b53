import { useState } from 'react';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 【接收】 or 【拒绝接收】 (M119, M120): asks once more, for neither can be taken back. */
export function AnswerButton({ transfer, accept }: { transfer: IncomingTransfer; accept: boolean }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const { applicationId, filingNumber: number } = transfer;
  const answer = async () => {
    const given = reason.trim();
    const body = { accept, ...(!accept && given ? { reason: given } : {}) };
    const { status } = await api.post<IncomingTransfer>(`/api/transfers/${applicationId}/answer`, body);
    return t(status === 'awaiting_recipient' ? texts.recorded : accept ? texts.accepted : texts.declined);
  };
  return (
    <AskButton
      look={accept ? 'primary' : 'plain'}
      danger={!accept}
      label={t(accept ? texts.accept : texts.decline)}
      name={t(accept ? texts.acceptOf : texts.declineOf, { number })}
      act={answer}
    >
      <p>{t(accept ? texts.acceptSure : texts.declineSure)}</p>
      {!accept && (
        <TextField
          id={`decline-reason-${applicationId}`}
          label={t(texts.reason)}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      )}
    </AskButton>
  );
}
