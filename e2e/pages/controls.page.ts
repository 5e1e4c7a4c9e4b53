import { expect, type Locator, type Page } from '@playwright/test';

/** Chooses an option of a select by typing it, as people with a keyboard do: Enter takes the option that is marked. */
export async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await page.locator('.ant-select-item-option-active:visible', { hasText: option }).waitFor();
  await box.press('Enter');
  await expect(page.locator('.ant-select', { has: box })).toContainText(option);
}

/** Presses the button that is called exactly so. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Types a day and goes on, as people with a keyboard do: the calendar that opened over the page closes. */
export async function fillDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Tab');
  await expect(field).toHaveValue(day);
}
