import { useEffect } from 'react';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import { signedInChannel } from '../session/session.tsx';
import { Page } from './page.tsx';
import { shared } from './texts.ts';

/** Where a sign-in beside a page ends: that page hears of it, and whoever signed in reads that it is there still. */
export function SignedInPage({ system, home }: { system: Label; home: string }) {
  const t = useText();
  useEffect(() => {
    const channel = new BroadcastChannel(signedInChannel);
    channel.postMessage(undefined);
    channel.close();
  }, []);
  return (
    <Page title={t(shared.signedIn)} system={t(system)}>
      <div className="panel">
        <p>{t(shared.backToPage)}</p>
        <a href={home}>{t(shared.toHome)}</a>
      </div>
    </Page>
  );
}
