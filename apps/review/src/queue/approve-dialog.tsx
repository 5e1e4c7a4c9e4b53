import { useState } from 'react';
import { BulkApprove } from '@beian/contracts/bulk-approvals.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** Asks for the one opinion of several approvals. */
export function ApproveDialog(props: {
  taskIds: string[];
  onClose: () => void;
  onApprove: (opinion: string) => Promise<void>;
}) {
  const { taskIds, onClose, onApprove } = props;
  const t = useText();
  const { locale } = useLanguage();
  const [opinion, setOpinion] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const send = () => {
    const [found] = contractErrors(BulkApprove, { taskIds, opinion }, locale);
    setWrong(found);
    if (!found) void onApprove(opinion.trim());
  };
  return (
    <Dialog title={t(texts.bulkApprove)} ok={t(texts.bulkApprove)} onOk={send} onClose={onClose}>
      <p>{t(texts.bulkApproveHint)}</p>
      <TextField
        id="approve-opinion"
        label={t(texts.opinion)}
        error={wrong}
        required
        rows={3}
        maxLength={1000}
        value={opinion}
        onChange={setOpinion}
      />
    </Dialog>
  );
}
