import type { Browser, BrowserContext, Page, Request, Response } from '@playwright/test';

/** So much of a page is shown: an alert with its advice, a dialog with its question. */
const shownCharacters = 300;
/** What matters stands at the end of a test. */
const shownRequests = 8;

const called = (request: Request): string => `${request.method()} ${new URL(request.url()).pathname}`;

export type Followed = { begin: () => void; found: () => Promise<string> };

/**
 * Follows all windows of a browser, once for all its tests. `found` tells, for whoever reads of a failure where its pictures are not kept, what
 * each page shows now, and which requests were refused, broken off or have no answer yet since a test has begun.
 */
export function followWindows(browser: Browser): Followed {
  let began = Date.now();
  let said: string[] = [];
  const open = new Map<Request, number>();
  const say = (words: string) => said.push(`after ${Date.now() - began} ms: ${words}`) - 1;

  const answered = async (response: Response): Promise<void> => {
    if (response.status() < 400) return;
    const of = said;
    const entry = say(`${called(response.request())} ${response.status()}`);
    // A page that is left takes the body with it.
    const body = await response.text().catch(() => '');
    const told = ['code', 'requestId'].map((member) => new RegExp(`"${member}":"([^"]*)"`).exec(body)?.[1]);
    of[entry] += ` ${told.filter(Boolean).join(' ')}`;
  };
  const follow = (context: BrowserContext): void => {
    context.on('request', (request) => open.set(request, Date.now()));
    context.on('requestfinished', (request) => open.delete(request));
    context.on('requestfailed', (request) => {
      open.delete(request);
      const failure = request.failure()?.errorText ?? 'failed';
      // What a page had asked for when it was left.
      if (failure !== 'net::ERR_ABORTED') say(`${called(request)} ${failure}`);
    });
    context.on('response', (response) => void answered(response));
    context.on('weberror', (error) => say(error.error().message));
  };
  browser.contexts().forEach(follow);
  browser.on('context', follow);

  const begin = () => {
    began = Date.now();
    said = [];
    open.clear();
  };
  const found = async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const waiting = [...open].map(([request, at]) => `${called(request)}: no answer for ${Date.now() - at} ms`);
    return [
      ...(await Promise.all(pages.map(shownOn))),
      ...said.slice(-shownRequests),
      ...waiting.slice(-shownRequests),
    ].join('\n');
  };
  return { begin, found };
}

/** The address, what stands over the page or cries out, and how its content begins. */
async function shownOn(page: Page): Promise<string> {
  const parts = page.locator('[role=dialog], [role=alert], .ant-message-notice, main');
  const texts = await parts.allInnerTexts().catch((error: unknown) => [String(error)]);
  const told = texts.map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, shownCharacters)).filter(Boolean);
  return `${new URL(page.url()).pathname} shows ${told.join(' | ') || 'nothing'}`;
}
