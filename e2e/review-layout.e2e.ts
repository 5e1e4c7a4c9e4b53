import { expect, type Page } from '@playwright/test';
import { aUnit, submitRegistration, taskOf } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { expectAllInSight, opened, withLetters } from './pages/steady.page.ts';
import { test } from './pages/windows.page.ts';

/** The pages of the approval UI hold large letters and narrow windows. */
const baseUrl = process.env['BEIAN_URL'] ?? 'http://localhost:8080';
let pagesOf: Record<string, string[]> = {};

test.beforeAll(async () => {
  const filer = await Session.of(baseUrl, 'zhangwei', 'beian-demo', 'personal');
  const reviewer = await Session.of(baseUrl, 'reviewer-nanshan-1', 'beian-demo', 'staff');
  const unit = await aUnit(filer, '91440300MA5FX1MP11', '深圳海岸城商业管理有限公司');
  const task = await taskOf(reviewer, await submitRegistration(filer, unit));
  await reviewer.post(`/api/review/tasks/${task.id}/claim`);
  pagesOf = {
    'reviewer-nanshan-1': ['', '?status=decided', `tasks/${task.id}`, 'inbox', 'canned-texts', 'paper', 'paper/new'],
    'senior-nanshan': ['board', 'statistics', 'absences'],
    operator: ['organs?q=深圳', 'jurisdictions', 'staff', 'calendar', 'dictionaries'],
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
    await page.context().addCookies((await Session.of(baseUrl, who, 'beian-demo', 'staff')).cookies());
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
