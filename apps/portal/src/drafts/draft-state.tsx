import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { SignInAgain } from '@beian/ui/session/sign-in-again.tsx';
import { texts } from './texts.ts';
import type { SaveState } from './use-draft.ts';

/** Whether what was typed on a page is kept, read out when it changes. */
export function DraftState({ state }: { state: SaveState }) {
  const t = useText();
  if (state === 'signed-out') {
    return <SignInAgain tone="error" title={t(shared.sessionTitle)} detail={t(texts['signed-out'])} />;
  }
  return (
    <p className="hint" role="status" style={{ marginTop: 12 }}>
      {t(texts[state])}
    </p>
  );
}
