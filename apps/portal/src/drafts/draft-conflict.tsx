import { Alert, Button, Space } from 'antd';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';
import type { SaveState } from './use-draft.ts';

/** Another window has saved the draft meanwhile: the filer says which of the two is kept. Nothing while there is no such question. */
export function DraftConflict({ state, onKeep }: { state: SaveState; onKeep: () => void }) {
  const t = useText();
  if (state !== 'conflict') return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 20 }}
      title={t(texts.conflict)}
      description={t(texts.whichToKeep)}
      action={
        <Space wrap>
          <Button onClick={onKeep}>{t(texts.keepMine)}</Button>
          <Button onClick={() => location.reload()}>{t(texts.takeOther)}</Button>
        </Space>
      }
    />
  );
}
