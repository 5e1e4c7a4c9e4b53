import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * As in the portal, few files that stay in the browser's cache from page to page: left alone each combination of pages gets one of what only
 * they share, 22 to 43 for one page. The first group that a module fits takes it, with all that it needs itself.
 */
const shared = [
  // What pages show things with and small forms are made of, and the words and schemas of the API; nothing that needs what follows.
  {
    name: 'views',
    test: /contracts[\\/]src[\\/](?!precheck|regulation)|roundedArrow|useAllowClear|antd[\\/]es[\\/](alert|space|empty|spin|descriptions|modal|checkbox|switch)[\\/]|tinykeys|useInfiniteQuery|[mM]utation|ui[\\/]src[\\/](frame|application|session|inbox|content|forms[\\/](?!choice|number|date))|review[\\/]src[\\/](frame[\\/](?!list-table)|shortcuts|exports|content[\\/](?!text-form)|[^\\/]+[\\/]texts|task[\\/]urge)/,
  },
  // Lists to choose from and numbers.
  {
    name: 'choices',
    test: /antd[\\/]es[\\/](select|input[\\/]style)[\\/]|ui[\\/]src[\\/](?!forms[\\/]date)|review[\\/]src[\\/](organs[\\/]organ-field|task[\\/]assign|content[\\/]text-form)/,
  },
  { name: 'dates', test: /forms[\\/]date-field/ },
  {
    name: 'lists',
    test: /frame[\\/]list-table|antd[\\/]es[\\/](table|pagination|input)[\\/]|review[\\/]src[\\/]queue/,
  },
].map((group, i, all) => ({ ...group, minShareCount: 2, priority: all.length - i }));

export default defineConfig({
  base: '/review/',
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'base', tags: ['$initial'], priority: 10 }, ...shared] },
        // Groups change the order in which modules run: without this a page opened by its address may crash.
        strictExecutionOrder: true,
      },
    },
  },
});
