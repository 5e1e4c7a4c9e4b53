import { Modal } from 'antd';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useText } from '../language/language.tsx';
import { ProblemAlert } from './page.tsx';
import { shared } from './texts.ts';

/**
 * A question with its two answers. The focus begins in its first field, if it has one. Escape cancels it, what went wrong stands above the question, and when it is gone the focus is where
 * it was before, or at the page's heading when that has gone too. Without `open` it is there as long as it is rendered.
 */
export function Dialog(props: {
  open?: boolean;
  title: string;
  ok: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  width?: number;
  problem?: unknown;
  onOk: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { open = true, title, ok, danger = false, busy = false, disabled = false, width, problem, children } = props;
  const t = useText();
  const focusBack = useFocusBack(open);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open={open}
      title={title}
      okText={ok}
      okButtonProps={{ danger, loading: busy, disabled }}
      cancelText={t(shared.cancel)}
      // There at once. The library's zoom begins with some frames in which nothing is seen of it and all can be clicked, and then moves it away
      // from under the pointer: such a click is lost, or confirms what nobody has read.
      transitionName=""
      // Nothing typed is lost by a click beside it.
      mask={{ closable: false }}
      // The library would take it from what has the focus by then: what went wrong, or the heading of another page.
      focusable={{ focusTriggerAfterClose: false }}
      {...(width === undefined ? {} : { width })}
      afterOpenChange={(opened) => {
        if (opened) body.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
      }}
      afterClose={focusBack}
      onOk={props.onOk}
      onCancel={() => {
        if (!busy) props.onClose();
      }}
    >
      {problem !== undefined && <ProblemAlert error={problem} />}
      <div ref={body}>{children}</div>
    </Modal>
  );
}

/** Where the focus goes that would be lost with the dialog, and does not go if something else has it. */
function useFocusBack(open: boolean): () => void {
  const before = useRef<Element | null>(null);
  const focusBack = () => {
    const opener = before.current;
    before.current = null;
    const focused = document.activeElement;
    const lost = !focused || focused === document.body || focused.closest('.ant-modal') !== null;
    if (!opener || !lost) return;
    const there = opener.isConnected ? opener : document.querySelector('h1');
    if (there instanceof HTMLElement) there.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  useEffect(() => focusBack, []);
  return focusBack;
}
