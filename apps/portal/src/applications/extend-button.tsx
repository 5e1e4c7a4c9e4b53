import { useState } from 'react';
import { Extension, type ApplicationSummary } from '@beian/contracts/applications.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 补正延期 (G6): once, for a reason. */
export function ExtendButton({ id }: { id: string }) {
  const t = useText();
  const { locale } = useLanguage();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const check = () => {
    const [found] = contractErrors(Extension, { reason }, locale);
    setWrong(found);
    return found === undefined;
  };
  const extend = async () => {
    await api.post<ApplicationSummary>(`/api/applications/${id}/extension`, { reason: reason.trim() });
    return t(texts.extended);
  };
  return (
    <AskButton label={t(texts.extend)} check={check} act={extend}>
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
    </AskButton>
  );
}
