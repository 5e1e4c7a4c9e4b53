import '@beian/ui/forms/without-eval.ts';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Providers } from '@beian/ui/frame/providers.tsx';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <Providers>
    <RouterProvider router={router} />
  </Providers>,
);
