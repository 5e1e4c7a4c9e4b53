import type { Page } from '@playwright/test';

const folder = process.env['BEIAN_PICTURES'];

/** Keeps a picture of the page for the documentation, when BEIAN_PICTURES names a folder. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}
