import { expect, type Page } from '@playwright/test';
import { nothingGranted } from './journey/delegations.ts';
import { personal } from './journey/people.ts';
import { aFiling, coastCity, fixtures } from './journey/registration.ts';
import { personOf } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { fillDay } from './pages/controls.page.ts';
import { expectAccessible } from './pages/accessible.page.ts';
import { expectMessage } from './pages/message.page.ts';
import { expectFilesRefused, uploadInto, wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 授权管理 (I02): a holder grants an agent with the sealed letter, the agent acts in its place, the holder revokes. */

const lina = personOf('lina');
const holderOf = () => personal('zhangwei');
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

async function openDelegations(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '授权管理' }).click();
  await expect(page.getByRole('heading', { name: '授权管理', level: 1 })).toBeVisible();
}

test('an agent is granted with its letter, cancels in the holder’s place, and may nothing once it is revoked', async ({
  page,
  anotherWindow,
}) => {
  const holder = await holderOf();
  const number = await aFiling(holder);
  const until = dayFromNow(90);
  await nothingGranted(holder);
  // A message goes to somebody who has an account already.
  await personal('lina');
  await signInToPortal(page, 'zhangwei', 'personal');
  await openDelegations(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载授权委托书模板' }).click();
  expect((await download).suggestedFilename()).toBe('授权委托书.docx');
  await page.getByLabel('单位统一社会信用代码').fill(coastCity.uscc);
  await page.getByLabel('受托人姓名').fill(lina.name);
  await page.getByLabel('受托人身份证号码').fill(lina.idNumber);
  await fillDay(page.getByLabel('有效期止'), until);
  await page.getByLabel('授权委托书').setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await page.getByRole('button', { name: '确认授权' }).click();
  await expect(page.getByText('已授权。')).toBeVisible();
  const row = page.getByRole('region', { name: '我的授权' }).getByRole('row').filter({ hasText: until }).first();
  await expect(row).toContainText(/李\*.*委托代理人.*有效/);
  await expect(page.getByRole('main')).not.toContainText(lina.idNumber);
  await expect(page.getByLabel('受托人身份证号码')).toHaveValue('');
  await expectAccessible(page, 'granted');

  const agent = await anotherWindow();
  await signInToPortal(agent, 'lina', 'personal');
  await agent.goto('/inbox');
  const news = agent.getByRole('listitem').filter({ hasText: '授权：已授权' }).first();
  await expect(async () => {
    await agent.reload();
    await expect(news).toContainText(coastCity.uscc, { timeout: 10_000 });
  }).toPass();
  await news.getByRole('link').click();
  await expect(agent.getByRole('region', { name: '授予我的权限' })).toContainText('张*');
  await agent.goto(`/filings/${number}`);
  await expect(agent.getByText('委托代理人')).toBeVisible();
  await expect(agent.getByRole('link', { name: '申请移交' })).toHaveCount(0);
  await agent.getByRole('link', { name: '申请注销' }).click();
  await agent.getByLabel('注销原因').fill('系统已拆除');
  await agent.getByLabel('委托办理备案注销授权书').setInputFiles(fixtures.authorisation);
  await expect(agent.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
  await agent.getByRole('button', { name: '提交注销申请' }).click();
  await agent.getByRole('dialog', { name: '确认注销' }).getByRole('button', { name: '确认注销' }).click();
  const acceptance = await acceptanceOf(agent);

  await page.goto('/applications');
  await expect(page.getByRole('row').filter({ hasText: acceptance })).toContainText('代理人提交');
  await openDelegations(page);
  const revoke = page.getByRole('button', { name: '撤销对 李* 的授权' });
  const sure = page.getByRole('dialog', { name: '撤销对 李* 的授权' });
  await revoke.click();
  await sure.getByRole('button', { name: '取消' }).click();
  await expect(sure).toBeHidden();
  await expect(revoke).toBeFocused();
  await revoke.click();
  await sure.getByRole('button', { name: '撤销', exact: true }).click();
  await expectMessage(page, '已撤销授权');
  await expect(revoke).toHaveCount(0);
  await expect(row).toContainText('已撤销');

  await agent.goto(`/filings/${number}`);
  await expect(agent.getByText('未找到')).toBeVisible();
  await agent.goto('/delegations');
  await expect(agent.getByText('没有人授权给您。')).toBeVisible();
});

test('what is wrong with a delegation is said at its field, and nothing typed or uploaded is lost', async ({
  page,
}) => {
  const holder = await holderOf();
  await aFiling(holder);
  await nothingGranted(holder);
  await signInToPortal(page, 'zhangwei', 'personal');
  await openDelegations(page);
  const grant = page.getByRole('button', { name: '确认授权' });
  const summary = wrongSummary(page);
  await grant.click();
  await expect(summary).toContainText('单位统一社会信用代码：');
  await expect(summary).toContainText('受托人姓名：请填写此项。');
  await expect(summary).toContainText('有效期止：请填写此项。');
  await expect(summary).toContainText('请上传加盖公章的《授权委托书》。');
  await expectAccessible(page, 'with errors');
  await summary.getByRole('button', { name: /受托人姓名/ }).click();
  await expect(page.getByLabel('受托人姓名')).toBeFocused();

  const self = personOf('zhangwei');
  await page.getByLabel('单位统一社会信用代码').fill(coastCity.uscc);
  await page.getByLabel('受托人姓名').fill(self.name);
  await page.getByLabel('受托人身份证号码').fill(self.idNumber);
  await fillDay(page.getByLabel('有效期止'), dayFromNow(-1));
  await grant.click();
  await expect(summary).toContainText('请上传加盖公章的《授权委托书》。');
  await uploadInto(page, '授权委托书', fixtures.authorisation);
  await expectFilesRefused(page, { label: '授权委托书', kept: '授权书.pdf' });
  await grant.click();
  await expect(summary).toContainText('有效期止不能早于今天。');
  await fillDay(page.getByLabel('有效期止'), dayFromNow(1200));
  await grant.click();
  await expect(summary).toContainText('自今天起三年');
  await fillDay(page.getByLabel('有效期止'), dayFromNow(30));
  await grant.click();
  await expect(summary).toContainText('受托人不能是本人。');
  await page.getByLabel('受托人姓名').fill(lina.name);
  await page.getByLabel('受托人身份证号码').fill(lina.idNumber);
  await page.getByLabel('单位统一社会信用代码').fill('91350100M000100Y43');
  await grant.click();
  await expect(summary).toContainText('您没有持有该单位的备案，不能授权。');
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();

  await page.getByRole('radio', { name: /只读查看人/ }).check();
  await expect(page.getByLabel('授权委托书')).toHaveCount(0);
  await page.getByLabel('单位统一社会信用代码').fill(coastCity.uscc);
  await grant.click();
  await expect(page.getByText('已授权。')).toBeVisible();
  await page.getByRole('button', { name: '撤销对 李* 的授权' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByRole('button', { name: '撤销对 李* 的授权' })).toHaveCount(0);
});
