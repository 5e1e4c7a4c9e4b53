import { useEffect, useRef } from 'react';
import 'altcha';
import 'altcha/i18n/zh-cn';
import { useLanguage } from '@beian/ui/language/language.tsx';

type Widget = HTMLElement & {
  configure(options: Record<string, unknown>): void;
};

/** The captcha (M132): the browser works a moment, nobody has to see or hear anything. `serial` changes to begin anew. */
export function Captcha({ serial, onSolved }: { serial: number; onSolved: (payload: string | undefined) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const solved = useRef(onSolved);
  solved.current = onSolved;
  const { locale } = useLanguage();
  useEffect(() => {
    const widget = document.createElement('altcha-widget') as Widget;
    const listen = (event: Event) => {
      const { state, payload } = (event as CustomEvent<{ state: string; payload?: string }>).detail;
      solved.current(state === 'verified' ? payload : undefined);
    };
    widget.addEventListener('statechange', listen);
    widget.setAttribute('language', locale === 'en' ? 'en' : 'zh-cn');
    // The element is mounted a moment after it is placed; only then it can be told anything.
    widget.addEventListener('load', () =>
      widget.configure({
        challenge: '/api/public/challenges',
        // A challenge is made for each query: a POST, which nothing on the way may keep.
        fetch: (url: string) => fetch(url, { method: 'POST', headers: { 'x-requested-with': 'beian' } }),
        hideFooter: true,
        hideLogo: true,
        humanInteractionSignature: false,
      }),
    );
    place.current?.replaceChildren(widget);
    return () => widget.removeEventListener('statechange', listen);
  }, [locale, serial]);
  return <div ref={place} style={{ marginBottom: 20, maxWidth: 320 }} />;
}
