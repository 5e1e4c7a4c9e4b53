import { expect, type Page } from '@playwright/test';
import { usccCheckCharacter } from '@beian/contracts/identifiers.rules.ts';
import { fixtures } from '../journey/registration.ts';
import { choose } from './controls.page.ts';

export const aNewUnit = { uscc: '91440300MA5HX5TP5U', name: '深圳湾文化广场管理有限公司', headName: '陈志远' };

/** The same under a credit code of its own, as an account has each unit once: a second try meets what the first has left. */
export function aUnitOfItsOwn(): typeof aNewUnit {
  const body = `91440300MA5${String(Date.now() % 1_000_000).padStart(6, '0')}`;
  return { ...aNewUnit, uscc: body + usccCheckCharacter(body) };
}

/** Step 1 with a new unit and its sealed papers (M037–M045). */
export async function fillNewUnit(page: Page, unit = aNewUnit): Promise<void> {
  await page.getByRole('radio', { name: '使用新单位登记' }).check();
  await page.getByLabel('统一社会信用代码').fill(unit.uscc);
  await choose(page, '单位类型', '企业');
  await page.getByLabel('单位名称').fill(unit.name);
  await page.getByLabel('单位负责人姓名').fill(unit.headName);
  await page.getByLabel(/营业执照复印件$/).setInputFiles(fixtures.licence);
  await expect(page.getByRole('link', { name: '营业执照复印件.pdf' })).toBeVisible();
  await page.getByLabel(/委托办理备案登记授权书$/).setInputFiles(fixtures.authorisation);
  await expect(page.getByRole('link', { name: '授权书.pdf' })).toBeVisible();
}

/** Step 2 (M050–M062): a system in Nanshan with 12 devices. */
export async function fillSystem(page: Page, name: string): Promise<void> {
  await page.getByLabel('系统名称').fill(name);
  await choose(page, /省/, '广东省');
  await choose(page, /市$/, '深圳市');
  await choose(page, /区（县）/, '南山区');
  await choose(page, /街道/, '粤海街道');
  await page.getByLabel('具体地址').fill('文心五路 33 号海岸城');
  await page.getByLabel('公共安全区域图像采集设备数量').fill('12');
  await page
    .getByRole('group', { name: '图像采集设备是否具备抓拍图片功能' })
    .getByRole('radio', { name: '是' })
    .check();
  await page.getByLabel('视频图像信息存储期限').fill('30');
  await page.getByLabel('安全负责人姓名').fill('王建国');
  await page.getByLabel('安全负责人手机号').fill('13923456789');
  await page.getByLabel('备注信息').fill('覆盖出入口、中庭与停车场');
}

export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: '下一步' }).click();
