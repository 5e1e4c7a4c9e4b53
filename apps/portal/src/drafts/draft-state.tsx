import { useText } from '@beian/ui/language/language.tsx';
import type { SaveState } from './use-draft.ts';

const saved = { zh: '草稿已保存', en: 'Draft saved' };
const saving = { zh: '正在保存草稿…', en: 'Saving the draft…' };
const unsaved = { zh: '草稿未能保存，内容仍在页面上', en: 'The draft was not saved; all is still on this page' };
const words: Record<SaveState, { zh: string; en: string } | undefined> = {
  clean: undefined,
  saving,
  saved,
  failed: unsaved,
  conflict: unsaved,
};

/** Whether what was typed on a page is kept, read out when it changes. */
export function DraftState({ state }: { state: SaveState }) {
  const t = useText();
  const said = words[state];
  return (
    <p className="hint" role="status" style={{ marginTop: 12 }}>
      {said && t(said)}
    </p>
  );
}
