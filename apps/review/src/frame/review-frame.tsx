import { Link, Outlet } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import type { Me } from '@beian/contracts/accounts.ts';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn, useMe } from '@beian/ui/session/session.tsx';
import { review } from './texts.ts';

const taking = ['reviewer', 'senior_reviewer', 'supervisor'] as const;

/** The approval UI's frame: nobody but reviewing staff sees more than the door. */
export function ReviewFrame() {
  const t = useText();
  const me = useMe();
  const organ = me.data?.organ?.name;
  return (
    <Frame
      name={organ ? `${t(review.name)} · ${organ}` : t(review.name)}
      home="/review/"
      navigation={
        <>
          <Link to="/">{t(review.queue)}</Link>
          <Link to="/paper">{t(review.paper)}</Link>
        </>
      }
      me={me.data}
      footer={t(review.footer)}
    >
      <Loaded query={me}>{(person) => (mayReview(person) ? <Outlet /> : <Door person={person} />)}</Loaded>
    </Frame>
  );
}

const mayReview = (person: Me | null): boolean => taking.some((role) => person?.roles.includes(role));

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
