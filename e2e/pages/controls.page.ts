import type { Page } from '@playwright/test';

/** Chooses an option of a select by typing it, as people with a keyboard do. */
export async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await page.locator('.ant-select-item-option', { hasText: option }).first().waitFor();
  await box.press('Enter');
}
