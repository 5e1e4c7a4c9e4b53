import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import type { Me } from '@beian/contracts/accounts.ts';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { InboxBell } from '@beian/ui/inbox/inbox-bell.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn, useMe } from '@beian/ui/session/session.tsx';
import { roomAt, roomsOf } from './rooms.ts';
import { review } from './texts.ts';

/** The approval UI's frame: staff see the rooms of their roles, everybody else no more than the door. */
export function ReviewFrame() {
  const t = useText();
  const me = useMe();
  const room = useRouterState({ select: (state) => roomAt(state.location.pathname) });
  // A task has room for a file beside what was filed: by its address, not by what has come of it.
  const wide = useRouterState({ select: (state) => state.location.pathname.startsWith('/tasks/') });
  const organ = me.data?.organ?.name;
  const own = roomsOf(me.data);
  const navigation = own.map(({ to, label }) => (
    <Link
      key={to}
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...(to === room ? { 'aria-current': 'page' } : {})}
    >
      {t(label)}
    </Link>
  ));
  // Who takes part in reviews is told of them; nobody else has messages here.
  const bell = own.some(({ to }) => to === '/') && (
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
      name={organ ? `${t(review.name)} · ${organ}` : t(review.name)}
      home="/review/"
      navigation={navigation}
      bell={bell}
      me={me.data}
      footer={t(review.footer)}
      wide={wide}
    >
      <Loaded query={me}>{(person) => <Inside person={person} room={room} />}</Loaded>
    </Frame>
  );
}

function Inside({ person, room }: { person: Me | null; room: string | undefined }) {
  const own = roomsOf(person);
  const [first] = own;
  const isOwn = room === undefined ? first !== undefined : own.some(({ to }) => to === room);
  if (isOwn) return <Outlet />;
  return first && room === '/' ? <Navigate to={first.to} replace /> : <Door person={person} />;
}

function Door({ person }: { person: Me | null }) {
  const t = useText();
  const title = person === null ? review.signIn : person.kind === 'staff' ? review.noRole : review.notStaff;
  return (
    <Result
      status={person === null ? 'info' : '403'}
      title={<h1 style={{ fontSize: '1.625rem' }}>{t(title)}</h1>}
      subTitle={t(review.signInWhy)}
      extra={
        <Button type="primary" size="large" onClick={() => signIn('staff')}>
          {t(review.signIn)}
        </Button>
      }
    />
  );
}
