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

function Navigation({ person }: { person: Me | null | undefined }) {
  const t = useText();
  return (
    <>
      {(mayReview(person) || !mayEdit(person)) && (
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          {t(review.queue)}
        </Link>
      )}
      {mayEdit(person) && (
        <>
          <Link to="/content/faq">{t(review.faq)}</Link>
          <Link to="/content/notices">{t(review.notices)}</Link>
          <Link to="/content/templates">{t(review.templates)}</Link>
        </>
      )}
    </>
  );
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
