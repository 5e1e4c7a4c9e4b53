import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { useLanguage, useText } from '../language/language.tsx';
import { signOut } from '../session/session.tsx';
import './frame.css';
import { shared } from './texts.ts';

/** The frame of every page: skip link, name, navigation, link to the inbox, who is signed in, language, main landmark. */
export function Frame(props: {
  name: string;
  home: string;
  navigation: ReactNode;
  bell?: ReactNode;
  me: Me | null | undefined;
  footer: string;
  children: ReactNode;
}) {
  const { name, home, navigation, bell, me, footer, children } = props;
  const { locale, setLocale } = useLanguage();
  const t = useText();
  return (
    <>
      <a className="skip" href="#main">
        {t(shared.skip)}
      </a>
      <header className="frame-header">
        <div className="frame-bar">
          <a className="frame-name" href={home}>
            {name}
          </a>
          <nav>{navigation}</nav>
          {bell}
          {me && (
            <span className="frame-person">
              <span>{t(shared.signedInAs)} </span>
              <strong>{me.unitName ?? me.staffNo ?? me.displayName}</strong>
            </span>
          )}
          <Button lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>
            {t(shared.language)}
          </Button>
          {me && <Button onClick={() => void signOut(home)}>{t(shared.signOut)}</Button>}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-footer">{footer}</footer>
    </>
  );
}
