import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';

type Params = Record<string, string | number>;
type LanguageState = { locale: Locale; setLocale: (locale: Locale) => void };

const key = 'beian.language';
const Language = createContext<LanguageState>({ locale: 'zh-CN', setLocale: () => undefined });

/** The language of the last visit; Chinese for everybody else. */
export const storedLocale = (): Locale => (localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN');

/** Gives every page its language; the choice is kept on this device and told to the API and to screen readers. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setState] = useState<Locale>(storedLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const state = useMemo(() => {
    const setLocale = (next: Locale) => {
      // Kept before anything is drawn: what is asked for anew in this language is asked by it.
      localStorage.setItem(key, next);
      setState(next);
    };
    return { locale, setLocale };
  }, [locale]);
  return <Language.Provider value={state}>{children}</Language.Provider>;
}

export const useLanguage = (): LanguageState => useContext(Language);

/** Texts are labels: both languages stand side by side, so none can be missing. `t(label, params)` says one in the reader's. */
export function useText(): (label: Label, params?: Params) => string {
  const { locale } = useLanguage();
  return useCallback((label, params) => phrase(label, locale, params), [locale]);
}

/** Times as people in Beijing read them. */
export function useTime(): (timestamp: string) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    });
    return (timestamp: string) => format.format(new Date(timestamp));
  }, [locale]);
}
