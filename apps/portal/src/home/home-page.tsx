import { useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { portal } from '../frame/texts.ts';
import { FilerHome } from './filer-home.tsx';
import { GuestHome } from './guest-home.tsx';
import './home.css';
import { texts } from './texts.ts';

/** 系统首页 (M024) for filers, 登录页面 (M015) for everybody else. */
export function HomePage() {
  const t = useText();
  const me = useMe();
  const { problem } = useSearch({ strict: false }) as { problem?: string };
  const known =
    problem !== undefined && Object.hasOwn(problems, problem) ? problems[problem as ProblemCode] : undefined;
  return (
    <Page title={t(texts.title)} system={t(portal.home)}>
      {known && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(known.title)}
          description={t(known.detail)}
          style={{ marginBottom: 20 }}
        />
      )}
      <p className="home-lead">{t(texts.who)}</p>
      <Loaded query={me}>{(person) => (person && person.kind !== 'staff' ? <FilerHome /> : <GuestHome />)}</Loaded>
    </Page>
  );
}
