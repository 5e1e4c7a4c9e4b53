import { expect, type Page } from '@playwright/test';
import { fixtures } from './journey/registration.ts';
import { choose } from './pages/controls.page.ts';
import { fillNewUnit, fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** I34 字典: what operators add may be chosen at once, what they retire no longer, and its name stays. */
test.describe.configure({ mode: 'serial' });

const marker = Date.now() % 1_000_000;
const lawFirm = `律师事务所 ${marker}`;
const unit = { uscc: '31440000MD02004171', name: '深圳湾律师事务所', headName: '陈志远' };
let operator: Page;
let filer: Page;

test.beforeAll(async ({ browser }) => {
  operator = await (await browser.newContext()).newPage();
  filer = await (await browser.newContext()).newPage();
});
test.afterAll(async () => {
  await operator.context().close();
  await filer.context().close();
});

const rowOf = (name: string) => operator.getByRole('row', { name: new RegExp(name) });

test('an operator adds a unit type and is told what is missing', async () => {
  await signInToReview(operator, 'operator', '机关名录');
  await operator.getByRole('link', { name: '字典', exact: true }).click();
  await expect(rowOf('企业').first()).toContainText('营业执照');
  await operator.getByRole('button', { name: '新增字典项' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('代码').fill('LawFirm');
  await dialog.getByRole('button', { name: '新增字典项' }).click();
  await expect(dialog.getByRole('alert')).toContainText('代码须以小写英文字母开头');
  await dialog.getByLabel('代码').fill(`law_firm_${marker}`);
  await dialog.getByLabel('中文名称').fill(lawFirm);
  await dialog.getByLabel('英文名称').fill(`Law firm ${marker}`);
  await choose(operator, '证明材料', '营业执照');
  await dialog.getByRole('button', { name: '新增字典项' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(lawFirm)).toContainText('使用中');
});

test('a filer registers with the new type, which asks for the proof that it names', async () => {
  await signInToPortal(filer, 'zhangwei', 'personal');
  await filer.getByRole('link', { name: '备案登记', exact: true }).click();
  await fillNewUnit(filer, unit);
  await choose(filer, '单位类型', lawFirm);
  await expect(filer.getByLabel(/营业执照复印件$/)).toBeAttached();
  await goOn(filer);
  await fillSystem(filer, `律所大厦监控 ${marker}`);
  await goOn(filer);
  await filer.getByLabel('图像采集设备信息表').setInputFiles(fixtures.deviceTable);
  await expect(filer.getByText('检查通过：共 12 行')).toBeVisible();
  await goOn(filer);
  await expect(filer.getByRole('row', { name: `单位类型 ${lawFirm}` })).toBeVisible();
  await filer.getByRole('checkbox', { name: /真实性负责/ }).check();
  await filer.getByRole('button', { name: '提交', exact: true }).click();
  await expect(filer.getByRole('heading', { name: '提交成功' })).toBeVisible();
});

test('a type that is retired stays what a filing has and is refused in a draft, with what to choose', async () => {
  const draft = await filer.context().newPage();
  await draft.goto('/registration');
  await fillNewUnit(draft, { ...unit, uscc: '31440000MD02004184' });
  await choose(draft, '单位类型', lawFirm);
  await expect(draft.getByText('草稿已保存')).toBeVisible();

  await rowOf(lawFirm)
    .getByRole('button', { name: `停用${lawFirm}` })
    .click();
  await expect(operator.getByRole('dialog')).toContainText(`不能再选“${lawFirm}”`);
  await operator.getByRole('dialog').getByRole('button', { name: '停用字典项' }).click();
  await expect(rowOf(lawFirm)).toContainText('已停用');

  await draft.reload();
  await expect(draft.locator('.ant-select', { has: draft.getByRole('combobox', { name: '单位类型' }) })).toContainText(
    lawFirm,
  );
  await goOn(draft);
  const summary = draft.getByRole('alert').filter({ hasText: '请修改以下内容' });
  await expect(summary).toContainText(`“${lawFirm}”自`);
  await expect(summary).toContainText('请重新选择：企业、');
  await choose(draft, '单位类型', '基金会');
  await expect(draft.getByLabel(/法人登记证书复印件$/)).toBeAttached();
  await draft.close();

  await filer.getByRole('link', { name: '查看业务详情' }).click();
  await expect(filer.getByText(lawFirm, { exact: true })).toBeVisible();
});

test('an operator calls an entry anew and brings it back, in either language', async () => {
  await rowOf(lawFirm)
    .getByRole('button', { name: `修改${lawFirm}` })
    .click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('中文名称').fill(`${lawFirm} 所`);
  await dialog.getByRole('button', { name: '修改字典项' }).click();
  await expect(dialog).toHaveCount(0);
  const renamed = rowOf(`${lawFirm} 所`);
  await renamed.getByRole('button', { name: `恢复${lawFirm} 所` }).click();
  await expect(renamed).toContainText('使用中');
  await choose(operator, '字典', '场所类别');
  await expect(rowOf('人员聚集场所').first()).toContainText('不可停用');
  await expect(operator.getByRole('button', { name: '停用人员聚集场所' })).toHaveCount(0);
  await operator.getByRole('button', { name: 'English' }).click();
  await expect(operator.getByRole('heading', { name: 'Dictionaries', level: 1 })).toBeVisible();
});
