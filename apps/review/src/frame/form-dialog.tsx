import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import type { useContractForm } from './use-contract-form.ts';

/** A small form in a dialog: closed by cancelling or when it has been sent, never by a mistake. */
export function FormDialog(props: {
  title: string;
  form: ReturnType<typeof useContractForm>;
  body: () => unknown;
  idOf: (path: string) => string;
  labelOf: (path: string) => string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, form, body, idOf, labelOf, onClose, children } = props;
  const t = useText();
  const send = async () => {
    if (await form.submit(body())) onClose();
  };
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t(shared.cancel)}
      mask={{ closable: false }}
      confirmLoading={form.busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <ErrorSummary errors={form.errors} idOf={idOf} labelOf={labelOf} />
      {form.problem !== undefined && <ProblemAlert error={form.problem} />}
      {children}
    </Modal>
  );
}
