import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test';

type Windows = {
  /** A window of somebody else, with a session of its own, or one of another kind; closed when the test is over, and its live connections with it. */
  anotherWindow: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Windows>({
  anotherWindow: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
