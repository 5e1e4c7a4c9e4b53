import { expect } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import {
  aFiling,
  aSystem,
  aUnit,
  claimedTaskOf,
  decide,
  fixtures,
  submitRegistration,
  untilStatus,
} from './journey/registration.ts';
import { withLanguage } from './pages/language.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { countShifts, expectAllInSight, expectSteady, opened, slowPlatform, withLetters } from './pages/steady.page.ts';
import { test } from './pages/windows.page.ts';

/** The pages of who has signed in to the portal stand still while they load, say that something comes, and hold large letters and narrow windows. */
let paths: string[] = [];

test.beforeAll(async () => {
  const filer = await personal('zhangwei');
  const reviewer = await staff('reviewer-nanshan-1');
  const unit = await aUnit(filer);
  const filing = await aFiling(filer, { name: '海岸城购物中心地下停车场及出入口公共安全视频监控系统' });
  const returned = await submitRegistration(filer, unit);
  const task = await claimedTaskOf(reviewer, returned);
  const notice = ['retentionDays', 'address', 'deviceTableId'].map((field) => ({
    field: `system.${field}`,
    problem: '与现场不一致',
    advice: '按实际情况填写',
  }));
  await decide(reviewer, task, { outcome: 'return', opinion: '请补正。', notice });
  await untilStatus(filer, returned.id, 'returned');

  const draft = async (kind: string, content: Record<string, unknown>) => {
    const id = crypto.randomUUID();
    await filer.put(`/api/drafts/${id}`, { kind, title: '核对', step: 'check', content });
    return id;
  };
  const table = await filer.get<{ id: string }>(
    `/api/documents/${await filer.upload('device_table', fixtures.deviceTable)}`,
  );
  const { countyCode: place, deviceTableId: _, ...system } = aSystem(table.id);
  const registration = await draft('registration', {
    unitId: unit.id,
    system: { ...system, place, hasSnapshot: 'yes', retentionDays: 15 },
    deviceTable: table,
  });
  const change = await draft('change', {
    filingNumbers: [filing],
    system: { retentionDays: 20 },
    explanation: '调整存储期限',
  });
  paths = [
    '/',
    `/registration/${crypto.randomUUID()}`,
    `/registration/${registration}`,
    `/change/${crypto.randomUUID()}?number=${filing}`,
    `/change/${change}`,
    `/cancellation/${crypto.randomUUID()}?number=${filing}`,
    `/transfer/${crypto.randomUUID()}?number=${filing}`,
    `/appeals/${crypto.randomUUID()}`,
    '/applications',
    `/submitted/${returned.id}`,
    `/applications/${returned.id}`,
    `/applications/${returned.id}/correction`,
    '/filings',
    `/filings/${filing}`,
    `/filings/${filing}/versions/1`,
    '/transfers/incoming',
    '/claim',
    '/drafts',
    '/delegations',
    '/access-log',
    '/delegations/api-credentials',
    '/inbox',
    '/inbox/settings',
  ];
});

test('no page loses anything to letters twice as large on a screen 1280 wide', async ({ anotherWindow }) => {
  const page = await anotherWindow({ viewport: { width: 1280, height: 900 } });
  await withLetters(page.context(), 200);
  await signInToPortal(page, 'zhangwei', 'personal');
  for (const path of paths) {
    await opened(page, path);
    for (const size of ['html', 'main']) {
      expect(await page.evaluate(`getComputedStyle(document.querySelector('${size}')).fontSize`), path).toBe('32px');
    }
    await expectAllInSight(page, `${path} with letters of 200 %`);
  }
});

test('no page loses anything where a screen 1280 wide is looked at four times as large, in English', async ({
  anotherWindow,
}) => {
  const page = await anotherWindow({ viewport: { width: 320, height: 256 } });
  await signInToPortal(page, 'zhangwei', 'personal');
  await withLanguage(page.context(), 'en');
  for (const path of paths) {
    await opened(page, path);
    await expectAllInSight(page, `${path} on 320 pixels`);
  }
});

test('nothing jumps while a page loads from a slow platform, and it is seen that something comes', async ({
  anotherWindow,
}) => {
  const page = await anotherWindow({ viewport: { width: 1280, height: 900 } });
  await signInToPortal(page, 'zhangwei', 'personal');
  await countShifts(page.context());
  await slowPlatform(page, 400);
  for (const path of paths) await expectSteady(page, path);
});
