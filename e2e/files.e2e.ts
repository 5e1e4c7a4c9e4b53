import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { DocumentLink } from '@beian/contracts/documents.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { baseUrl, personal, staff } from './journey/people.ts';
import { fixtures, submitRegistration, taskOf } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** What people upload, as others see it (I31): beside the form, in a sandbox, never run. */

const uscc = '91440300MA5HX5TP5U';

async function aUnitWithAPicture(filer: Session, picture: string): Promise<{ unit: Unit; letter: string }> {
  const letter = await filer.upload('registration_authorisation', fixtures.authorisation);
  const attachments = [
    { kind: 'business_licence', documentId: await filer.upload('business_licence', picture) },
    { kind: 'registration_authorisation', documentId: letter },
  ];
  const body = { uscc, type: 'enterprise', name: '深圳湾文化广场管理有限公司', headName: '陈志远', attachments };
  return { unit: await filer.post<Unit>('/api/units', body), letter };
}

/** The headers with which a file comes; Chromium's PDF viewer shows its page others. */
async function headersOf(page: Page, id: string): Promise<Record<string, string>> {
  return (await page.request.get(`/api/documents/${id}/content?disposition=inline`)).headers();
}

test('a reviewer sees a PDF and a picture beside the form, each in a sandbox, and a filer opens the own', async ({
  page,
  anotherWindow,
}, { outputDir }) => {
  const picture = `${outputDir}/营业执照扫描件.png`;
  await page.goto('/');
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 200, height: 200 } });
  const filer = await personal('lina');
  const { unit, letter } = await aUnitWithAPicture(filer, picture);
  const application = await submitRegistration(filer, unit);
  const task = await taskOf(await staff('reviewer-nanshan-1'), application);

  await signInToReview(page, 'reviewer-nanshan-1');
  await page.goto(`/review/tasks/${task.id}`);
  for (const id of unit.attachments.map(({ documentId }) => documentId)) {
    const headers = await headersOf(page, id);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toMatch(/^sandbox;/);
  }
  await page.getByRole('button', { name: '营业执照扫描件.png', exact: true }).click();
  const shown = page.getByRole('img', { name: '营业执照扫描件.png' });
  await expect(shown).toBeVisible();
  await expect(shown).toHaveJSProperty('naturalWidth', 200);
  await expect(page.getByText('该文件未经病毒查杀（平台未接入查毒服务）')).toBeVisible();

  await page.getByRole('button', { name: '授权书.pdf', exact: true }).click();
  // The browser's own viewer is a frame of its own inside ours; where a sandbox forbids it there is none.
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-extension://'))).toBe(true);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载' }).click();
  expect((await download).suggestedFilename()).toBe('授权书.pdf');

  const portal = await anotherWindow();
  await signInToPortal(portal, 'lina', 'personal');
  await portal.goto(`/applications/${application.id}`);
  const file = portal.waitForEvent('popup');
  await portal.getByRole('link', { name: '委托办理备案登记授权书' }).click();
  await expect(await file).toHaveURL((url) => url.pathname === `/api/documents/${letter}/content`);
  const link = await filer.post<DocumentLink>(`/api/documents/${letter}/links`);
  const bytes = await Session.nobody(baseUrl).bytes(link.url);
  expect(Buffer.from(bytes).equals(await readFile(fixtures.authorisation))).toBe(true);
});
