import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { fillDay } from './pages/controls.page.ts';
import { speak } from './pages/language.page.ts';
import { test } from './pages/windows.page.ts';

/** Fields of days, in a browser that speaks English. */
test('a day is typed as people write it or taken from a calendar, which speaks the language of the page', async ({
  anotherWindow,
}) => {
  const page = await anotherWindow({ locale: 'en-US' });
  await page.context().addCookies((await personal('zhangwei')).cookies());
  await page.goto('/delegations');
  const field = page.locator('#delegation-validUntil');
  const calendar = page.locator('.ant-picker-dropdown:visible');
  await field.click();
  await expect(calendar).toContainText(/\d{4}年\s*\d{1,2}月/);
  await expectAccessible(page, 'a calendar in Chinese');
  await calendar.getByText('今天').click();
  await expect(field).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);

  for (const written of ['2027年3月5日', '2027/3/5', '20270305']) {
    await fillDay(field, '');
    await field.fill(written);
    await field.press('Enter');
    await expect(field, written).toHaveValue('2027-03-05');
  }
  // What is no day does not stay: what is shown is what will be sent.
  await field.fill('2027-02-30');
  await page.getByLabel('受托人姓名').focus();
  await expect(field).toHaveValue('2027-03-05');

  await speak(page, 'English');
  await field.click();
  await expect(calendar).toContainText(/Mar\s*2027/);
  await expectAccessible(page, 'a calendar in English');
  await field.press('Escape');
  await expect(calendar).toHaveCount(0);
});
