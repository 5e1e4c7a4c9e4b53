import { expect } from '@playwright/test';
import { baseUrl, personal } from './journey/people.ts';
import { untilPublic } from './journey/public-query.ts';
import { aFiling, aRegistration, coastCity } from './journey/registration.ts';
import { Session } from './journey/session.ts';
import { captchaBox, mendCaptchas, passCaptcha, spoilCaptchas } from './pages/captcha.page.ts';
import { expectKept, expectRefused } from './pages/refusal.page.ts';
import { test } from './pages/windows.page.ts';

/** 手册 4.8 公共查询: nobody signs in; a credit code, the captcha, and the numbers of what is filed. */
const creditCode = /18 位数字或大写字母.*请对照营业执照核对/;

test('anybody finds the numbers of a unit, and is told what is wrong on the way', async ({ page }) => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const underway = await aRegistration(filer);
  await untilPublic(Session.nobody(baseUrl), coastCity.uscc, number);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: '公共查询' }).click();
  const search = page.getByRole('button', { name: '查询', exact: true });
  await search.click();
  await expectRefused(page, [
    ['统一社会信用代码', creditCode],
    ['验证', '请先完成验证。'],
  ]);
  await page.getByLabel('统一社会信用代码').fill('9144030OMA5FX1MP1');
  await passCaptcha(page);
  await search.click();
  await expectRefused(page, [['统一社会信用代码', creditCode]]);
  // What was solved is still good, as nothing was asked yet.
  await expect(captchaBox(page)).toBeChecked();
  await page.getByLabel('统一社会信用代码').fill('91430100MA4L1C2D30');
  await search.click();
  await expect(page.getByText('未查询到该单位已完成的备案。请核对统一社会信用代码。')).toBeVisible();

  await page.getByLabel('统一社会信用代码').fill(coastCity.uscc);
  await spoilCaptchas(page);
  await passCaptcha(page);
  await search.click();
  await expect(page.getByRole('alert')).toContainText('验证');
  await expect(captchaBox(page)).not.toBeChecked();
  await expectKept(page, { 统一社会信用代码: coastCity.uscc });
  await mendCaptchas(page);
  await passCaptcha(page);
  await search.click();
  const found = page.getByRole('region', { name: /查询结果/ });
  await expect(found.getByText(number, { exact: true })).toBeVisible();
  // Numbers alone, and none of what is not filed yet.
  await expect(found).not.toContainText('海岸城');
  await expect(found).not.toContainText(underway.number);
  for (const line of await found.getByRole('listitem').allInnerTexts()) expect(line).toMatch(/^\d{15}$/);

  await found.getByRole('link', { name: number }).click();
  await expect(page.getByRole('main')).toContainText(`备案编号${number}状态已备案`);
});

test('a number on paper is typed to be verified: a slip of the pen is told, the right one shows its filing', async ({
  page,
}) => {
  const filing = await aFiling(await personal('zhangwei'));
  await untilPublic(Session.nobody(baseUrl), coastCity.uscc, filing);
  await page.goto('/');
  await page.getByRole('link', { name: '核验备案编号' }).click();
  const number = page.getByLabel('要核验的备案编号');
  await number.fill(filing.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await expect(number).toBeFocused();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await number.fill(` ${filing.slice(0, 6)} ${filing.slice(6)} `);
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await expect(page.getByRole('main')).toContainText(`备案编号${filing}状态已备案`);
});
