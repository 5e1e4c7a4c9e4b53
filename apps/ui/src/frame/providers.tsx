import LoadingOutlined from '@ant-design/icons/es/icons/LoadingOutlined';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import en from 'antd/es/locale/en_US';
import zh from 'antd/es/locale/zh_CN';
import { StrictMode, type ReactNode } from 'react';
import { LanguageProvider, useLanguage, useText } from '../language/language.tsx';
import { useLessMotion } from './less-motion.ts';
import { queries } from './queries.ts';
import { shared } from './texts.ts';

// Whoever has set larger letters in the browser gets them everywhere: the library counts in pixels, not in the browser's letters.
const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const token = {
  colorPrimary: '#1557b0',
  colorLink: '#1557b0',
  // Dark enough for words on their own tints (WCAG 1.4.3).
  colorError: '#b3261e',
  colorSuccess: '#176c2f',
  colorWarning: '#8a4b00',
  colorInfo: '#1557b0',
  colorErrorBg: '#fdeeed',
  colorSuccessBg: '#ebf7ee',
  colorWarningBg: '#fff8e8',
  colorInfoBg: '#edf4fd',
  colorTextTertiary: '#5c6570',
  colorTextDescription: '#4e5969',
  colorTextPlaceholder: '#6b7785',
  fontSize: letters,
  controlHeight: 2 * letters,
  controlHeightSM: 1.75 * letters,
  borderRadius: 4,
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
};

/** Year and month above a calendar are called what they show. */
const calling = (spoken: typeof zh) =>
  spoken.DatePicker && {
    ...spoken,
    DatePicker: { ...spoken.DatePicker, lang: { ...spoken.DatePicker.lang, yearSelect: '', monthSelect: '' } },
  };
const locales = { en: calling(en), 'zh-CN': calling(zh) };

/** What every page stands on: language, component library, server state. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <LanguageProvider>
        <Styled>{children}</Styled>
      </LanguageProvider>
    </StrictMode>
  );
}

function Styled({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  const t = useText();
  // The style sheet ends every transition for who wants no motion: the library must know, or it waits for their ends for ever.
  const motion = !useLessMotion();
  return (
    <ConfigProvider
      locale={locales[locale]}
      theme={{ token: { ...token, motion } }}
      button={{
        autoInsertSpace: false,
        // An icon of our own comes and goes without the library's transition, which never ends when the answer is quicker than it.
        loadingIcon: <LoadingOutlined aria-label={t(shared.loading)} />,
      }}
    >
      <App>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
