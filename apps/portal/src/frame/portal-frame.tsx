import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Button, Result, Space } from 'antd';
import type { ReactNode } from 'react';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { InboxBell } from '@beian/ui/inbox/inbox-bell.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn, useMe } from '@beian/ui/session/session.tsx';
import { portal } from './texts.ts';

/** What a filer does here, in the manual's words and order (M025–M032). */
const businesses = [
  ['/', portal.home],
  ['/registration', portal.register],
  ['/change', portal.change],
  ['/cancellation', portal.cancel],
  ['/transfer', portal.transfer],
  ['/transfers/incoming', portal.incomingTransfers],
  ['/appeals/new', portal.appeal],
  ['/applications', portal.applications],
  ['/filings', portal.filings],
  ['/delegations', portal.delegations],
  ['/drafts', portal.drafts],
] as const;
/** Without an account there is the sign-in page. */
const forGuests = [['/', portal.home]] as const;
/** What anybody may read. */
const publicPages = [
  ['/public', portal.publicQuery],
  ['/public/faq', portal.faq],
  ['/public/notices', portal.notices],
  ['/public/downloads', portal.downloads],
] as const;
// Others lie below these, with links of their own.
const exact = new Set<string>(['/', '/public']);

const isCurrent = (to: string, path: string): boolean =>
  to === path || (!exact.has(to) && path.startsWith(`${to.replace(/\/new$/, '')}/`));

/** The portal's frame around every page. */
export function PortalFrame() {
  const t = useText();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const waysTo = (links: typeof businesses | typeof forGuests | typeof publicPages) =>
    links.map(([to, label]) => (
      <Link key={to} to={to} aria-current={isCurrent(to, path) ? 'page' : undefined}>
        {t(label)}
      </Link>
    ));
  const bell = me.data && me.data.kind !== 'staff' && (
    <InboxBell>
      {(words) => (
        <Link to="/inbox" activeOptions={{ exact: true }}>
          {words}
        </Link>
      )}
    </InboxBell>
  );
  return (
    <Frame
      name={t(portal.name)}
      home="/"
      navigation={me.data && me.data.kind !== 'staff' ? waysTo(businesses) : waysTo(forGuests)}
      quiet={waysTo(publicPages)}
      bell={bell}
      me={me.data}
      footer={t(portal.footer)}
    >
      <Outlet />
    </Frame>
  );
}

/** The two doors of filers (M001, M002). */
export function SignInButtons() {
  const t = useText();
  return (
    <Space wrap>
      <Button type="primary" size="large" onClick={() => signIn('personal')}>
        {t(portal.signInPersonal)}
      </Button>
      <Button size="large" onClick={() => signIn('legal')}>
        {t(portal.signInLegal)}
      </Button>
    </Space>
  );
}

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
          <Result
            title={<h1 style={{ fontSize: 26 }}>{t(portal.signInFirst)}</h1>}
            subTitle={t(portal.signInWhy)}
            extra={<SignInButtons />}
          >
            {otherwise}
          </Result>
        )
      }
    </Loaded>
  );
}
