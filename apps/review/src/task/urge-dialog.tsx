import { Modal } from 'antd';
import { useState } from 'react';
import { Urge } from '@beian/contracts/review.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
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
    <Modal
      open
      title={t(texts.urge)}
      okText={t(texts.urge)}
      cancelText={t(shared.cancel)}
      onOk={send}
      onCancel={props.onClose}
    >
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
    </Modal>
  );
}
