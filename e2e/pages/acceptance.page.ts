import { expect, type Locator, type Page } from '@playwright/test';

/** The acceptance number (受理号) that a part of a page shows, once it does. */
export async function acceptanceIn(part: Locator): Promise<string> {
  await expect(part).toContainText(/SL\d{14}/);
  return /SL\d{14}/.exec(await part.innerText())?.[0] ?? '';
}

/** The form is sent, and the page says under which number. */
export async function acceptanceOf(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: '提交成功' })).toBeVisible();
  return acceptanceIn(page.getByRole('main'));
}
