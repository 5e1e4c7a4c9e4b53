import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Left alone each combination of pages gets a file of what only they share: 40 to 60 files for one page. These are few and stay in the
 * browser's cache from page to page. The first group that a module fits takes it; what one page alone uses stays in the page's own file.
 */
const shared = [
  // What pages show things with, words and schemas of the API; the long ones of the pre-check only go where it is shown.
  {
    name: 'views',
    test: /contracts[\\/]src[\\/](?!precheck|regulation|device|private)|antd[\\/]es[\\/](alert|space|empty|spin|descriptions)|(ui[\\/]src[\\/](frame|application|session|inbox|content)|portal[\\/]src[\\/](frame|applications)|useInfiniteQuery)/,
  },
  // What forms are made of; lists to choose from, numbers and days are large, and not in every form.
  {
    name: 'inputs',
    test: /(antd[\\/]es|rc-component)[\\/](input|checkbox|progress|tooltip)[\\/]|(ui[\\/]src[\\/](files|devices|forms[\\/](?!choice|number|date))|portal[\\/]src[\\/](drafts[\\/](?!wizard)|filings|transfer|[^\\/]+[\\/]texts))/,
  },
  {
    name: 'choices',
    test: /(antd[\\/]es|rc-component)[\\/](select|input-number|virtual-list|overflow|steps)[\\/]|ui[\\/]src[\\/](?!forms[\\/]date)|portal[\\/]src|contracts[\\/]src/,
  },
  { name: 'dates', test: /forms[\\/]date-field/ },
].map((group, i, all) => ({ ...group, minShareCount: 2, priority: all.length - i }));

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'base', tags: ['$initial'], priority: 10 }, ...shared] },
        // Groups change the order in which modules run; a page opened by its address has crashed of it. Costs 5 % of the first load.
        strictExecutionOrder: true,
      },
    },
  },
});
