import type { ReactNode } from 'react';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
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
  const send = async () => {
    if (await form.submit(body())) onClose();
  };
  return (
    <Dialog title={title} ok={title} busy={form.busy} problem={form.problem} onOk={() => void send()} onClose={onClose}>
      <ErrorSummary errors={form.errors} idOf={idOf} labelOf={labelOf} />
      {children}
    </Dialog>
  );
}
