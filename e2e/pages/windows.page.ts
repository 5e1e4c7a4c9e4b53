import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { followWindows, type Followed } from './evidence.page.ts';
import { keepMessages } from './message.page.ts';

type Windows = {
  /** A window of somebody else, with a session of its own, or one of another kind; closed when the test is over, and its live connections with it. */
  anotherWindow: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the windows of a failed test showed and were answered goes into its report. */
  evidence: void;
};

export const test = base.extend<Windows, { followed: Followed }>({
  context: async ({ context }, use) => {
    await keepMessages(context);
    await use(context);
  },
  anotherWindow: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await keepMessages(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  followed: [async ({ browser }, use) => use(followWindows(browser)), { scope: 'worker' }],
  evidence: [
    // After the windows have been made, so that it is looked at them before they are closed.
    async ({ followed, context: _, anotherWindow: __ }, use, testInfo) => {
      followed.begin();
      await use();
      if (testInfo.status === testInfo.expectedStatus) return;
      await testInfo.attach('evidence', { body: await followed.found(), contentType: 'text/plain' });
    },
    { auto: true },
  ],
});
