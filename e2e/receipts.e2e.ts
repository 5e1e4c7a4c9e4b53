import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { addressIn } from '@beian/testkit/receipts.ts';
import { baseUrl, personal } from './journey/people.ts';
import { untilPublic } from './journey/public-query.ts';
import { aFiling, coastCity } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { withLanguage } from './pages/language.page.ts';
import { test } from './pages/windows.page.ts';

/** What a phone opens that reads the QR code of a receipt (N7): what is signed is checked, and what was altered is called so. */

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
let holder: Session;
let filing = '';
test.beforeAll(async () => {
  holder = await personal('zhangwei');
  filing = await aFiling(holder);
  await untilPublic(Session.nobody(baseUrl), coastCity.uscc, filing);
});

/** Where the code of a receipt leads. */
const addressOf = async (path: string) => addressIn(Buffer.from(await holder.bytes(`${path}/receipt.pdf`)));

async function opened(
  anotherWindow: (options: BrowserContextOptions) => Promise<Page>,
  address: string,
): Promise<Page> {
  const page = await anotherWindow(phone);
  await withLanguage(page.context(), 'zh-CN');
  await page.goto(address);
  return page;
}
const altered = (address: string) => address.replace(/.{5}$/, 'AAAAA');

test('the receipt of an application says how it was when it was issued', async ({ anotherWindow }) => {
  const { items } = await holder.get<{ items: { id: string; number: string }[] }>('/api/applications');
  const [{ id, number } = { id: '', number: '' }] = items;
  const address = await addressOf(`/api/applications/${id}`);
  expect(address).toContain(`/public/verify/${number}#receipt=`);
  const page = await opened(anotherWindow, address);
  await expect(page.getByRole('main')).toContainText(`受理号${number}签发时的状态已办结受理机关深圳市公安局南山分局`);
  await expect(page.getByRole('main')).toContainText('回执签名有效，签发于');
  await expect(page.getByRole('alert')).toHaveCount(0);
  for (const wrong of [altered(address), address.replace(number, 'SL20200101000001'), address.split('#')[0] ?? '']) {
    const other = await opened(anotherWindow, wrong);
    await expect(other.getByRole('alert')).toContainText('回执签名无效');
  }
});

test('the certificate of a filing is set beside what the register says', async ({ anotherWindow }) => {
  const address = await addressOf(`/api/filings/${filing}`);
  const page = await opened(anotherWindow, address);
  await expect(page.getByRole('main')).toContainText('回执签名有效，签发于');
  await expect(page.getByRole('alert')).toHaveCount(0);
  const other = await opened(anotherWindow, altered(address));
  await expect(other.getByRole('alert')).toContainText('回执签名无效');
  await expect(other.getByRole('main')).toContainText(`备案编号${filing}状态已备案`);
});
