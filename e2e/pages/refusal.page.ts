import { expect, type Locator, type Page } from '@playwright/test';

/** What one field of a refused form says: what the form calls it, and what is wrong and how to mend it. */
export type Wrong = readonly [field: string, message: string | RegExp];

/** The list at the top of a refused form. */
export const wrongSummary = (page: Page): Locator => page.getByRole('alert').filter({ hasText: '请修改以下内容' });

/**
 * The form is refused for exactly these fields, in this order: the summary has the focus, each of its lines names the field and leads to it,
 * and the message stands at the field too.
 */
export async function expectRefused(page: Page, wrong: readonly Wrong[]): Promise<void> {
  const summary = wrongSummary(page);
  await expect(summary).toBeFocused();
  const lines = summary.getByRole('listitem');
  await expect(lines).toHaveCount(wrong.length);
  for (const [i, [field, message]] of wrong.entries()) {
    await expect(lines.nth(i)).toContainText(message);
    expect((await lines.nth(i).innerText()).split(field), `${field} is named once`).toHaveLength(2);
    await lines.nth(i).getByRole('button').click();
    const place = page.locator('.field, .file-field').filter({ has: page.locator(':focus'), hasText: message });
    await expect(place.first(), `the field of ${field}`).toBeVisible();
  }
}

/** What was typed is still there, by the label of its field. */
export async function expectKept(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(typed)) await expect(page.getByLabel(label), label).toHaveValue(value);
}

/** The file that a form has is there, under its name. */
export const storedFile = (page: Page, name: string): Locator => page.getByRole('link', { name });

/** Uploads a file into its field, and waits until it is stored. */
export async function uploadInto(page: Page, label: string | RegExp, file: string): Promise<void> {
  await page.getByLabel(label).setInputFiles(file);
  await expect(storedFile(page, file.split('/').at(-1) ?? file)).toBeVisible();
}

/** Of the size given, or nothing that its name says. */
const wrongFiles = (limit: number) => ({
  tooLarge: { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(limit, '%') },
  ofAnotherType: { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') },
});

/** A file as large as the limit, and one of another type, are refused at the field, which says why; the good one before them stays. */
export async function expectFilesRefused(
  page: Page,
  { label, kept, limit = 102_400 }: { label: string | RegExp; kept: string; limit?: number },
): Promise<void> {
  const { tooLarge, ofAnotherType } = wrongFiles(limit);
  const input = page.getByLabel(label);
  const field = page.locator('.file-field').filter({ has: input });
  await input.setInputFiles(tooLarge);
  await expect(field.getByRole('alert')).toContainText(`文件 ${limit} 字节，应小于 ${limit} 字节`);
  await expect(field.getByRole('link', { name: kept })).toBeVisible();
  await input.setInputFiles(ofAnotherType);
  await expect(field.getByRole('alert')).toContainText('PDF, PNG, JPEG');
  await expect(field.getByRole('link', { name: kept })).toBeVisible();
}
