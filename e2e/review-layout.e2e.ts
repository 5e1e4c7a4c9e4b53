import { expect, type Page } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, claimedTaskOf } from './journey/registration.ts';
import { countShifts, expectAllInSight, expectSteady, opened, slowPlatform, withLetters } from './pages/steady.page.ts';
import { test } from './pages/windows.page.ts';

/** The pages of the approval UI stand still while they load, say that something comes, and hold large letters and narrow windows. */
let pagesOf: Record<string, string[]> = {};

test.beforeAll(async () => {
  const application = await aRegistration(await personal('zhangwei'));
  const task = await claimedTaskOf(await staff('reviewer-nanshan-1'), application);
  pagesOf = {
    'reviewer-nanshan-1': ['', '?status=decided', `tasks/${task.id}`, 'inbox', 'canned-texts', 'paper', 'paper/new'],
    'senior-nanshan': ['board', 'statistics', 'absences'],
    operator: ['organs?q=深圳', 'jurisdictions', 'staff', 'calendar', 'dictionaries', 'sharing', 'operations'],
    'auditor-gd': ['audit'],
    editor: ['content/faq', 'content/faq/new', 'content/notices', 'content/templates'],
  };
});

/** Goes through the pages of everybody, signed in as each; `prepare` has what every page of a window begins with. */
async function eachPage(
  anotherWindow: (options: { viewport: { width: number; height: number } }) => Promise<Page>,
  { width, prepare }: { width: number; prepare?: (page: Page) => Promise<unknown> },
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  for (const [who, paths] of Object.entries(pagesOf)) {
    const page = await anotherWindow({ viewport: { width, height: 900 } });
    await page.context().addCookies((await staff(who)).cookies());
    await prepare?.(page);
    for (const path of paths) await look(page, `/review/${path}`);
    await page.close();
  }
}

test('no page loses anything to letters twice as large on a screen 1280 wide', async ({ anotherWindow }) => {
  const prepare = (page: Page) => withLetters(page.context(), 200);
  await eachPage(anotherWindow, { width: 1280, prepare }, async (page, path) => {
    await opened(page, path);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('main')).fontSize`), path).toBe('32px');
    await expectAllInSight(page, `${path} with letters of 200 %`);
  });
});

test('no page loses anything on a screen 320 wide', async ({ anotherWindow }) => {
  await eachPage(anotherWindow, { width: 320 }, async (page, path) => {
    await opened(page, path);
    await expectAllInSight(page, `${path} on 320 pixels`);
  });
});

test('nothing jumps while a page loads from a slow platform, and it is seen that something comes', async ({
  anotherWindow,
}) => {
  const prepare = async (page: Page) => {
    await countShifts(page.context());
    await slowPlatform(page, 400);
  };
  await eachPage(anotherWindow, { width: 1280, prepare }, expectSteady);
});
