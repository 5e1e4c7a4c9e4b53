import { Button } from '@beian/ui/forms/button.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn } from '@beian/ui/session/session.tsx';
import { portal } from './texts.ts';

/** The two doors of filers (M001, M002). */
export function SignInButtons() {
  const t = useText();
  return (
    <div className="buttons">
      <Button primary size="large" onClick={() => signIn('personal')}>
        {t(portal.signInPersonal)}
      </Button>
      <Button size="large" onClick={() => signIn('legal')}>
        {t(portal.signInLegal)}
      </Button>
    </div>
  );
}
