import { useState, type ReactNode } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { Button } from '../forms/button.tsx';
import { useLanguage, useText } from '../language/language.tsx';
import { signOut, signOutEverywhere } from '../session/session.tsx';
import './page.css';
import './frame.css';
import { shared } from './texts.ts';

/**
 * The frame of every page: skip link, name, link to the inbox, who is signed in, language, navigation, main landmark. On a narrow screen the
 * navigation lies behind a button. `quiet` are the ways that anybody may go, beside the `navigation` of what one does here;
 * `wide`: a page that takes the width of a large screen.
 */
export function Frame(props: {
  name: string;
  home: string;
  navigation: ReactNode;
  quiet?: ReactNode;
  bell?: ReactNode;
  me: Me | null | undefined;
  footer: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { name, home, navigation, quiet, bell, me, footer, wide, children } = props;
  const { locale, setLocale } = useLanguage();
  const [open, setOpen] = useState(false);
  const t = useText();
  return (
    <>
      <a className="skip" href="#main">
        {t(shared.skip)}
      </a>
      <header className={wide ? 'frame-header wide' : 'frame-header'}>
        <div className="frame-bar">
          <a className="frame-name" href={home}>
            <Emblem />
            {name}
          </a>
          <Button
            className="frame-menu-button"
            aria-expanded={open}
            aria-controls="frame-menu"
            onClick={() => setOpen(!open)}
          >
            {t(shared.menu)}
          </Button>
          <div className="frame-tools">
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
        </div>
        {/* Whoever follows a link of the menu has seen enough of it. */}
        <div className={open ? 'frame-menu open' : 'frame-menu'} id="frame-menu" onClick={() => setOpen(false)}>
          <nav aria-label={t(shared.navigation)}>{navigation}</nav>
          {quiet && (
            <nav className="frame-quiet" aria-label={t(shared.publicPages)}>
              {quiet}
            </nav>
          )}
        </div>
      </header>
      <main id="main" className={wide ? 'wide' : undefined} tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-footer">
        {footer}
        {me && <Button onClick={() => void signOutEverywhere(home)}>{t(shared.signOutEverywhere)}</Button>}
      </footer>
    </>
  );
}

/** A camera's eye in a shield. */
const Emblem = () => (
  <svg width="30" height="34" viewBox="0 0 30 34" aria-hidden="true">
    <path d="M15 1 28 5v11c0 8-5.5 14-13 17C7.500 30 2 24 2 16V5z" fill="#1f4684" stroke="#d4a017" strokeWidth="2" />
    <circle cx="15" cy="15.500" r="6.500" fill="none" stroke="#fff" strokeWidth="2.500" />
    <circle cx="15" cy="15.500" r="2.300" fill="#fff" />
  </svg>
);
