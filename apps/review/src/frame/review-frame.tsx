import { Link, Outlet } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import type { Me } from '@beian/contracts/accounts.ts';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn, useMe } from '@beian/ui/session/session.tsx';
import { mayEdit } from '../content/for-editors.tsx';
import { review } from './texts.ts';

const taking = ['reviewer', 'senior_reviewer', 'supervisor'] as const;

/** The approval UI's frame: nobody but reviewing staff and content editors sees more than the door. */
export function ReviewFrame() {
  const t = useText();
  const me = useMe();
  const organ = me.data?.organ?.name;
  return (
    <Frame
      name={organ ? `${t(review.name)} · ${organ}` : t(review.name)}
      home="/review/"
      navigation={<Navigation person={me.data} />}
      me={me.data}
      footer={t(review.footer)}
    >
      <Loaded query={me}>
        {(person) => (mayReview(person) || mayEdit(person) ? <Outlet /> : <Door person={person} />)}
      </Loaded>
    </Frame>
  );
}

export const mayReview = (person: Me | null | undefined): boolean =>
  taking.some((role) => person?.roles.includes(role));

const reviewing = [
  ['/', review.queue],
  ['/paper', review.paper],
] as const;
const editing = [
  ['/content/faq', review.faq],
  ['/content/notices', review.notices],
  ['/content/templates', review.templates],
] as const;

function Navigation({ person }: { person: Me | null | undefined }) {
  const t = useText();
  const links = [...(mayReview(person) || !mayEdit(person) ? reviewing : []), ...(mayEdit(person) ? editing : [])];
  return links.map(([to, label]) => (
    <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}

function Door({ person }: { person: Me | null }) {
  const t = useText();
  const title = person === null ? review.signIn : person.kind === 'staff' ? review.noRole : review.notStaff;
  return (
    <Result
      status={person === null ? 'info' : '403'}
      title={<h1 style={{ fontSize: 26 }}>{t(title)}</h1>}
      subTitle={t(review.signInWhy)}
      extra={
        <Button type="primary" size="large" onClick={() => signIn('staff')}>
          {t(review.signIn)}
        </Button>
      }
    />
  );
}
