import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { InboxBell } from '@beian/ui/inbox/inbox-bell.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { businesses, forGuests, isCurrent, publicPages } from './links.ts';
import { portal } from './texts.ts';

/** The portal's frame around every page. */
export function PortalFrame() {
  const t = useText();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const filer = me.data && me.data.kind !== 'staff';
  const navigation = (filer ? businesses : forGuests).map(([to, label]) => (
    <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={isCurrent(to, path) ? 'page' : undefined}>
      {t(label)}
    </Link>
  ));
  const bell = filer && (
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
      navigation={navigation}
      quiet={publicPages.map(([to, label]) => (
        <a key={to} href={to}>
          {t(label)}
        </a>
      ))}
      bell={bell}
      me={me.data}
      footer={t(portal.footer)}
    >
      <Outlet />
    </Frame>
  );
}
