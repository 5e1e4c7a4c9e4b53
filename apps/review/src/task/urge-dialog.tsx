import { useState } from 'react';
import { Urge } from '@beian/contracts/review.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** 督办 (I13): what a supervisor tells the reviewers of a late task. */
export function UrgeDialog(props: { onClose: () => void; onUrge: (text: string) => Promise<void> }) {
  const t = useText();
  const { locale } = useLanguage();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const send = () => {
    const [found] = contractErrors(Urge, { text }, locale);
    setWrong(found);
    if (!found) void props.onUrge(text);
  };
  return (
    <Dialog title={t(texts.urge)} ok={t(texts.urge)} onOk={send} onClose={props.onClose}>
      <TextField
        id="urge-text"
        label={t(texts.urgeText)}
        hint={t(texts.urgeHint)}
        error={wrong}
        required
        rows={3}
        maxLength={500}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
