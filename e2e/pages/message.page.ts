import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Keeps the passing messages of a window's pages: a machine at work may look away for as long as one stands. */
export const keepMessages = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(`
    window.messages = [];
    new MutationObserver(() => {
      for (const one of document.querySelectorAll('.ant-message-notice')) messages.push(one.innerText);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  `);

/** A passing message says so, or has said so since the page was loaded. */
export const expectMessage = (page: Page, text: string): Promise<void> =>
  expect.poll(() => page.evaluate<string[]>('messages')).toContain(text);
