import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Left alone each combination of pages gets a file of what only they share: 40 to 60 files for one page. These are few and stay in the
 * browser's cache from page to page. The first group that a module fits takes it; what one page alone uses stays in the page's own file.
 */
const shared = [
  // Words and schemas of the API; the long ones of the pre-check only go where it is shown.
  { name: 'contracts', test: /contracts[\\/]src[\\/](?!precheck|regulation|device|private)/ },
  // What pages show things with.
  {
    name: 'views',
    test: /antd[\\/]es[\\/](alert|space|empty|spin|descriptions)|(ui[\\/]src[\\/](frame|application|session|inbox|content)|portal[\\/]src[\\/]frame|useInfiniteQuery)/,
  },
  // What forms are made of; lists to choose from and numbers are large, and not in every form.
  {
    name: 'inputs',
    test: /(antd[\\/]es|rc-component)[\\/](input|checkbox|progress|tooltip)[\\/]|(ui[\\/]src[\\/](files|forms[\\/](?!choice|number))|portal[\\/]src[\\/]drafts)/,
  },
  {
    name: 'choices',
    test: /(antd[\\/]es|rc-component)[\\/](select|input-number|virtual-list|overflow)[\\/]|ui[\\/]src[\\/](forms|dictionaries|divisions)/,
  },
  { name: 'devices', test: /(contracts|ui)[\\/]src/ },
  { name: 'pages', test: /portal[\\/]src/, entriesAware: true, entriesAwareMergeThreshold: 3000 },
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
