import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

/**
 * A button for what cannot be taken back: it asks once more, with what there is to know or to fill in. `act` answers what is said when it
 * is done; `check` holds back what is not complete. The dialog closes when the page shows what came of it; after a failure it says why
 * until it is cancelled, for the button itself may be gone then. What was typed stays.
 */
export function AskButton(props: {
  /** On the button and on the dialog's own. */
  label: string;
  /** What it is about, for who cannot see the line that the button stands in. */
  name?: string;
  look?: 'danger' | 'primary' | 'plain';
  /** For the answer in the dialog, where it differs from the button. */
  danger?: boolean;
  size?: 'small';
  check?: () => boolean;
  act: () => Promise<string>;
  children: ReactNode;
}) {
  const { label, name, look = 'plain', size, check = () => true, act, children } = props;
  const { danger = look === 'danger' } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const readAnew = async () => {
    await queries.invalidateQueries();
    setOpen(false);
    setProblem(undefined);
  };
  const send = async () => {
    if (!check()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const said = await act();
      await readAnew();
      void message.success(said);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        type={look === 'primary' ? 'primary' : 'default'}
        danger={look === 'danger'}
        {...(size ? { size } : {})}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog
        title={name ?? label}
        ok={label}
        {...{ open, danger, busy, problem }}
        onOk={() => void send()}
        // A colleague may have been first: what is shown behind the dialog is old.
        onClose={() => (problem === undefined ? setOpen(false) : void readAnew())}
      >
        {children}
      </Dialog>
    </>
  );
}
