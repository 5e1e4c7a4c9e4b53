import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,services,workflows,apps,infra,e2e,chaos}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '.data/**'],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    // Two cores; each file has its own database, stream, bucket and namespace.
    maxWorkers: 2,
    // Against hanging alone: what takes seconds may take a minute on a machine that is busy otherwise.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
