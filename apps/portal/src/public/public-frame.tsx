import { Suspense } from 'react';
import { NotFoundPage } from '@beian/ui/frame/fallback-pages.tsx';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Skeleton } from '@beian/ui/frame/skeleton.tsx';
import { InboxBell } from '@beian/ui/inbox/inbox-bell.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { businesses, forGuests, isCurrent, publicPages } from '../frame/links.ts';
import { portal } from '../frame/texts.ts';
import type { pageAt } from './pages.ts';
import { WhenBroken } from './when-broken.tsx';

/** The portal's frame around a page for everybody. */
export function PublicFrame({ page }: { page: ReturnType<typeof pageAt> }) {
  const t = useText();
  const me = useMe();
  const filer = me.data && me.data.kind !== 'staff';
  const waysTo = (links: typeof businesses | typeof forGuests | typeof publicPages) =>
    links.map(([to, label]) => (
      <a key={to} href={to} aria-current={isCurrent(to, location.pathname) ? 'page' : undefined}>
        {t(label)}
      </a>
    ));
  return (
    <Frame
      name={t(portal.name)}
      home="/"
      navigation={waysTo(filer ? businesses : forGuests)}
      quiet={waysTo(publicPages)}
      bell={filer && <InboxBell>{(words) => <a href="/inbox">{words}</a>}</InboxBell>}
      me={me.data}
      footer={t(portal.footer)}
    >
      <WhenBroken>
        <Suspense fallback={<Skeleton />}>
          {page ? <page.Page part={page.part} /> : <NotFoundPage system={portal.name} home="/" />}
        </Suspense>
      </WhenBroken>
    </Frame>
  );
}
