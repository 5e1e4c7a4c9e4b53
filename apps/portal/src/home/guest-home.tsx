import { useText } from '@beian/ui/language/language.tsx';
import { SignInButtons } from '../frame/sign-in-buttons.tsx';
import { portal } from '../frame/texts.ts';
import { LatestNotices } from './latest-notices.tsx';
import { Templates } from './templates.tsx';
import { texts } from './texts.ts';

const publicWays = [
  ['/public', texts.public, texts.publicText],
  ['/public/verify', portal.verify, texts.verifyText],
  ['/public/appeal', texts.publicAppeal, texts.appealText],
  ['/public/appeal/tracking', texts.trackAppeal, texts.trackText],
  ['/public/faq', texts.faq, texts.faqText],
  ['/public/tip-off', texts.tipOff, texts.tipOffText],
] as const;

/** 登录页面 (M015–M023): the two doors, what can be had without an account, the downloads. */
export function GuestHome() {
  const t = useText();
  return (
    <>
      <section className="panel home-door" aria-labelledby="home-sign-in">
        <div>
          <h2 id="home-sign-in">{t(texts.signIn)}</h2>
          <p>{t(texts.signInText)}</p>
          <SignInButtons />
        </div>
        <div className="home-prepare">
          <h3>{t(texts.prepare)}</h3>
          <ul>
            {[texts.prepareUnit, texts.prepareLetter, texts.prepareTable].map((label) => (
              <li key={label.zh}>{t(label)}</li>
            ))}
          </ul>
        </div>
      </section>
      <section aria-labelledby="home-public">
        <h2 id="home-public" className="home-title">
          {t(texts.publicTitle)}
        </h2>
        <ul className="home-tiles home-entrances">
          {publicWays.map(([to, label, text]) => (
            <li key={to}>
              <a href={to} className="home-tile">
                <strong>{t(label)}</strong>
                <span>{t(text)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <div className="home-columns">
        <LatestNotices />
        <Templates />
      </div>
    </>
  );
}
