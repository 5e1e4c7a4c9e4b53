import { expect } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling } from './journey/registration.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** Addresses as people type them or keep them: plain text behind the question mark, in all three apps. */

test('an address typed by hand is taken at its word: a number stays a number of digits, true stays a word', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto(`/cancellation?number=${number}`);
  await expect(page).toHaveURL(new RegExp(`/cancellation/[0-9a-f-]+\\?number=${number}$`));
  await expect(page.getByLabel('备案编号')).toHaveValue(number);

  const reviewer = await anotherWindow();
  await signInToReview(reviewer, 'reviewer-nanshan-1');
  const views = reviewer.getByRole('navigation', { name: '视图' });
  await reviewer.goto('/review/?observed=true');
  await expect(views.locator('[aria-current="page"]')).toContainText('抄送');
  await expect(reviewer).toHaveURL(/\?observed=true$/);
  await reviewer.goto('/review/?overdue=true&q=4403');
  await expect(views.locator('[aria-current="page"]')).toContainText('已逾期');
  await expect(reviewer.getByRole('textbox', { name: '搜索' })).toHaveValue('4403');

  const guest = await anotherWindow();
  await guest.goto('/public/faq?q=30&category=duty');
  await expect(guest.getByRole('textbox', { name: '搜索常见问题' })).toHaveValue('30');
});
