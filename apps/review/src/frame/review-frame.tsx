import { Link, Outlet } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import type { Me } from '@beian/contracts/accounts.ts';
import { Frame } from '@beian/ui/frame/frame.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { signIn, useMe } from '@beian/ui/session/session.tsx';
import { mayEdit } from '../content/for-editors.tsx';
import { mayOperate, mayReview } from './roles.ts';
import { review } from './texts.ts';

/** The approval UI's frame: nobody but reviewing staff, content editors and operators sees more than the door. */
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
      <Loaded query={me}>{(person) => (mayEnter(person) ? <Outlet /> : <Door person={person} />)}</Loaded>
    </Frame>
  );
}

type Person = Me | null | undefined;
const mayEnter = (person: Person): boolean => mayReview(person) || mayEdit(person) || mayOperate(person);

/** The pages, and for whom each is. */
const pages = [
  ['/', review.queue, (person: Person) => mayReview(person) || !mayEnter(person)],
  ['/paper', review.paper, mayReview],
  ['/absences', review.absences, mayReview],
  ['/canned-texts', review.cannedTexts, (person: Person) => mayReview(person) || mayEdit(person)],
  ['/content/faq', review.faq, mayEdit],
  ['/content/notices', review.notices, mayEdit],
  ['/content/templates', review.templates, mayEdit],
  ['/calendar', review.calendar, mayOperate],
] as const;

function Navigation({ person }: { person: Person }) {
  const t = useText();
  const shown = pages.filter(([, , isFor]) => isFor(person));
  return shown.map(([to, label]) => (
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
