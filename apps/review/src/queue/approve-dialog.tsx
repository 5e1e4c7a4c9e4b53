import { Modal } from 'antd';
import { useState } from 'react';
import { BulkApprove } from '@beian/contracts/bulk-approvals.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
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
    <Modal
      open
      title={t(texts.bulkApprove)}
      okText={t(texts.bulkApprove)}
      cancelText={t(shared.cancel)}
      onOk={send}
      onCancel={onClose}
    >
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
    </Modal>
  );
}
