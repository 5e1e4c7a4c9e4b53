import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '@beian/ui/frame/queries.ts';
import { LanguageProvider } from '@beian/ui/language/language.tsx';
import { pageAt } from './pages.ts';
import { PublicFrame } from './public-frame.tsx';
import './public.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <PublicFrame page={pageAt(location.pathname)} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);

// The code of a page is fetched when somebody is about to go there.
for (const intent of ['pointerover', 'touchstart', 'focusin']) {
  document.addEventListener(
    intent,
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/public"]') : null;
      if (link) void pageAt(link.pathname)?.load();
    },
    { passive: true },
  );
}
