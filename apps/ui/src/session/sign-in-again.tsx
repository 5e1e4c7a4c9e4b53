import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { Callout } from '../frame/callout.tsx';
import { shared } from '../frame/texts.ts';
import { useText } from '../language/language.tsx';
import { api } from './api.ts';
import { signedInChannel, signInPath, useMe } from './session.tsx';

/**
 * Says why a sign-in is asked for and offers it in a window of its own: what was typed, chosen and uploaded stays where it is, on the
 * page, and need not be written to the browser's storage. When it is done the page reads everything anew; had somebody else signed in, it
 * begins anew, for what stands on it is not theirs. `onDone`: what else is to be tried again then.
 */
export function SignInAgain(props: {
  tone: 'error' | 'warning';
  title: string;
  detail: string;
  onDone?: (() => void) | undefined;
}) {
  const { tone, title, detail, onDone } = props;
  const t = useText();
  const me = useMe();
  const queries = useQueryClient();
  const [done, setDone] = useState(false);

  const hear = useEffectEvent(async () => {
    const now = await api.get<Me>('/api/me').catch(() => undefined); // the way to sign in stays
    if (!now) return;
    if (me.data && me.data.accountId !== now.accountId) return location.reload();
    setDone(true);
    onDone?.();
    await queries.invalidateQueries();
  });
  useEffect(() => {
    const channel = new BroadcastChannel(signedInChannel);
    channel.addEventListener('message', () => void hear());
    return () => channel.close();
  }, []);

  if (done) {
    return (
      <p className="hint" role="status">
        {t(shared.signedInAgain)}
      </p>
    );
  }
  const kind = me.data?.kind ?? (inReview() ? 'staff' : 'personal');
  const to = signInPath(kind === 'legal_person' ? 'legal' : kind, inReview() ? '/review/signed-in' : '/signed-in');
  return (
    <Callout
      tone={tone}
      role="alert"
      title={title}
      action={
        <a className="button" href={to} target="_blank" rel="noreferrer">
          {t(shared.signInAgain)}
        </a>
      }
    >
      <p>{detail}</p>
    </Callout>
  );
}

const inReview = () => location.pathname.startsWith('/review');
