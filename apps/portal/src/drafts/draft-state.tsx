import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';
import type { SaveState } from './use-draft.ts';

/** Whether what was typed on a page is kept, read out when it changes. */
export function DraftState({ state }: { state: SaveState }) {
  const t = useText();
  return (
    <p className="hint" role="status" style={{ marginTop: 12 }}>
      {t(texts[state])}
    </p>
  );
}
