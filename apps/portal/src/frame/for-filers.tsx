import type { ReactNode } from 'react';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { SignInButtons } from './sign-in-buttons.tsx';
import { portal } from './texts.ts';

/** A page for filers: others are asked to sign in and come back to it, or shown what they can do `otherwise`. */
export function ForFilers({ children, otherwise }: { children: ReactNode; otherwise?: ReactNode }) {
  const t = useText();
  const me = useMe();
  return (
    <Loaded query={me}>
      {(person) =>
        person && person.kind !== 'staff' ? (
          children
        ) : (
          <div className="panel nothing">
            <h1>{t(portal.signInFirst)}</h1>
            <p>{t(portal.signInWhy)}</p>
            <SignInButtons />
            {otherwise && <p>{otherwise}</p>}
          </div>
        )
      }
    </Loaded>
  );
}
