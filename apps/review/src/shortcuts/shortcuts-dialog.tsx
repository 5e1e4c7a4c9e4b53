import { Button, Modal, Switch } from 'antd';
import { useState } from 'react';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { setShortcuts, shortcutsOn } from './preference.ts';
import { texts } from './texts.ts';
import { useShortcuts } from './use-shortcuts.ts';

const keys = [
  ['↓ ↑', texts.move],
  ['Enter', texts.open],
  ['n', texts.next],
  ['c', texts.claim],
  ['a', texts.file],
  ['d', texts.decide],
  ['u', texts.queue],
  ['?', texts.help],
] as const;

/** The keys that a reviewer may work with, and the switch that turns them off. */
export function Shortcuts() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(shortcutsOn);
  useShortcuts({ 'Shift+?': () => setOpen(true) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(texts.title)}</Button>
      <Modal open={open} title={t(texts.title)} footer={null} onCancel={() => setOpen(false)}>
        <table className="notice">
          <ColumnHeads labels={[texts.key, texts.does]} />
          <tbody>
            {keys.map(([key, label]) => (
              <tr key={key}>
                <td>
                  <kbd>{key}</kbd>
                </td>
                <td>{t(label)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p style={{ display: 'flex', gap: 8, marginTop: 16 }}>
          <Switch
            id="shortcuts-on"
            checked={on}
            onChange={(wanted) => {
              setShortcuts(wanted);
              setOn(wanted);
            }}
          />
          <label htmlFor="shortcuts-on">{t(texts.on)}</label>
        </p>
      </Modal>
    </>
  );
}
