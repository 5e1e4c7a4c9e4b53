import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** Modules that several pages share and that go into one file, by a pattern of their paths. */
export type SharedFile = { name: string; test: RegExp };

/**
 * The build of an app behind the sign-in, at `base`. Left alone each combination of pages gets a file of what only they share: 22 to 60
 * files for one page. `shared` are few and stay in the browser's cache from page to page. The first that a module fits takes it, with all
 * that it needs itself; what one page alone uses stays in the page's own file.
 */
export const signedInApp = (base: string, shared: readonly SharedFile[]): UserConfig => ({
  base,
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 10 },
            ...shared.map((file, i) => ({ ...file, minShareCount: 2, priority: shared.length - i })),
          ],
        },
        // Groups change the order in which modules run; a page opened by its address has crashed of it. Costs 5 % of the first load.
        strictExecutionOrder: true,
      },
    },
  },
});
