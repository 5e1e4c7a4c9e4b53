import { defineConfig } from '@playwright/test';

/**
 * The limits are there against hanging alone: a page asks anew what others do to an application every half minute, and a machine at work is
 * slow.
 */
const patience = 60_000;

/** The browser tests run against the platform at BEIAN_URL (`npm test` starts one) in the Chromium of the machine. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/browser',
  timeout: 10 * patience,
  expect: { timeout: patience },
  workers: 1,
  // Two platforms and two browsers on two cores: what passes only at a second try is told with all that is known of the first (browser-report.ts),
  // for somebody to look into, and keeps no change from landing. One whole run in several had such a test.
  retries: 1,
  use: {
    baseURL: process.env['BEIAN_URL'] ?? 'http://localhost:8080',
    locale: 'zh-CN',
    actionTimeout: patience,
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['BEIAN_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
});
