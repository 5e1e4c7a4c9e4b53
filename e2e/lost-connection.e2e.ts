import { expect, type Page, type Route } from '@playwright/test';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { personOf } from './journey/transfer.ts';
import { acceptanceOf } from './pages/acceptance.page.ts';
import { press } from './pages/controls.page.ts';
import { storedFile, uploadInto } from './pages/refusal.page.ts';
import { aUnitOfItsOwn, fillNewUnit, fillSystem, goOn } from './pages/registration.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** What was typed and uploaded outlives the network and a lost answer. */

const systemName = `断网测试系统 ${Date.now() % 100_000}`;
const noConnection = '未能连接平台，已填写的内容仍在页面上，请稍后重试。';

/** A form in the middle of which the connection is lost. */
type Form = {
  business: string;
  /** Opens it and fills it in, up to the page on which the connection is lost. */
  begin: (page: Page) => Promise<void>;
  /** What is typed once more without a connection. */
  field: string;
  text: string;
  /** The field whose file is there by then, and in which another is chosen without a connection. */
  file?: string | RegExp;
  /** What is tried without a connection, and what comes of it; sending it, when absent. */
  tried?: (page: Page) => Promise<void>;
  /** Sends the form, asking once more where it does. */
  send: (page: Page) => Promise<void>;
};

const lina = personOf('lina');
const declare = (page: Page) => page.getByRole('checkbox', { name: /真实性负责/ }).check();
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
const cancel = async (page: Page) => {
  await press(page, '提交注销申请');
  await confirm(page, '确认注销');
};
const transfer = async (page: Page) => {
  await press(page, '提交移交申请');
  await confirm(page, '确认移交');
};
const unreachable = (page: Page) => page.getByRole('alert').filter({ hasText: '网络连接失败' });
const ofFiling = async (page: Page, path: string) =>
  page.goto(`${path}?number=${await aFiling(await personal('zhangwei'))}`);

const forms: Form[] = [
  {
    business: '备案登记',
    begin: async (page) => {
      await page.goto('/registration');
      await fillNewUnit(page, aUnitOfItsOwn());
      await goOn(page);
      await fillSystem(page, systemName);
    },
    field: '系统名称',
    text: systemName,
    // From page to page one can go without.
    tried: async (page) => {
      await goOn(page);
      await expect(page.getByRole('heading', { name: '设备信息表' })).toBeVisible();
      await page.getByLabel('图像采集设备信息表').setInputFiles(fixtures.deviceTable);
      await expect(page.locator('.file-field').getByRole('alert')).toContainText(noConnection);
      await press(page, '上一步');
    },
    send: async (page) => {
      await goOn(page);
      await uploadInto(page, '图像采集设备信息表', fixtures.deviceTable);
      await expect(page.getByText('检查通过：共 12 行')).toBeVisible();
      await goOn(page);
      await declare(page);
      await press(page, '提交');
    },
  },
  {
    business: '变更',
    begin: async (page) => {
      await ofFiling(page, '/change');
      await expect(page.getByRole('region', { name: '要变更的备案' })).toBeVisible();
      await press(page, '变更备案信息');
      await page.getByLabel('视频图像信息存储期限').fill('90');
      await press(page, '变更证明材料');
      await uploadInto(page, /委托办理备案变更授权书$/, fixtures.authorisation);
      await page.getByLabel('变更说明').fill('扩容存储设备');
    },
    field: '变更说明',
    text: '扩容存储设备',
    file: /委托办理备案变更授权书$/,
    tried: async (page) => {
      await press(page, '核对变更内容');
      await expect(unreachable(page)).toBeVisible();
      await press(page, '上一步');
    },
    send: async (page) => {
      await press(page, '核对变更内容');
      await expect(page.getByText('核对通过：1 项备案')).toBeVisible();
      await declare(page);
      await press(page, '提交变更申请');
    },
  },
  {
    business: '注销',
    begin: async (page) => {
      await ofFiling(page, '/cancellation');
      await page.getByLabel('注销原因').fill('系统已拆除');
      await uploadInto(page, '委托办理备案注销授权书', fixtures.authorisation);
    },
    field: '注销原因',
    text: '系统已拆除',
    file: '委托办理备案注销授权书',
    send: cancel,
  },
  {
    business: '移交',
    begin: async (page) => {
      await ofFiling(page, '/transfer');
      await page.getByLabel('移入人姓名').fill(lina.name);
      await page.getByLabel('移入人身份证号码').fill(lina.idNumber);
      await page.getByLabel('移交说明').fill('物业管理单位变更');
      await uploadInto(page, '备案移交申请表', fixtures.authorisation);
    },
    field: '移交说明',
    text: '物业管理单位变更',
    file: '备案移交申请表',
    send: transfer,
  },
  {
    business: '申诉',
    begin: async (page) => {
      await page.goto('/appeals/new');
      await page.getByRole('radio', { name: '用户注册登录问题' }).check();
      await page.getByRole('combobox', { name: '省（自治区、直辖市）' }).selectOption('广东省');
      await page.getByRole('combobox', { name: '市', exact: true }).selectOption('深圳市');
      await page.getByRole('combobox', { name: '区（县）' }).selectOption('南山区');
      await page.getByLabel('申诉说明').fill('单位的另一账号无法登录。');
      await uploadInto(page, '证明材料 1', fixtures.authorisation);
    },
    field: '申诉说明',
    text: '单位的另一账号无法登录。',
    file: '证明材料 1',
    send: (page) => press(page, '申诉'),
  },
];

for (const { business, begin, field, text, file, tried, send } of forms) {
  test(`a connection that is lost in the middle of ${business} loses nothing that was typed or uploaded`, async ({
    page,
    context,
  }) => {
    const kept = async () => {
      await expect(page.getByLabel(field)).toHaveValue(`${text}（断网后）`);
      if (file) await expect(storedFile(page, '授权书.pdf')).toBeVisible();
    };
    await signInToPortal(page, 'zhangwei', 'personal');
    await begin(page);
    await expect(page.getByText('草稿已保存')).toBeVisible();

    await context.setOffline(true);
    await page.getByLabel(field).fill(`${text}（断网后）`);
    await expect(page.getByText('草稿未能保存，内容仍在页面上')).toBeVisible();
    if (file) {
      await page.getByLabel(file).setInputFiles(fixtures.licence);
      await expect(page.locator('.file-field').getByRole('alert')).toContainText(noConnection);
    }
    if (tried) await tried(page);
    else {
      await send(page);
      await expect(unreachable(page)).toBeVisible();
    }
    await kept();

    await context.setOffline(false);
    await expect(page.getByText('草稿已保存')).toBeVisible();
    await page.reload();
    await kept();
    await send(page);
    await acceptanceOf(page);
  });
}

test('what is typed while a save is on its way does not read as saved before it is', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await page.goto('/cancellation');
  const saves: Route[] = [];
  await page.route('**/api/drafts/*', async (route) => {
    if (route.request().method() === 'PUT') saves.push(route);
    else await route.continue();
  });
  const reason = page.getByLabel('注销原因');
  await reason.fill('系统');
  await expect.poll(() => saves.length).toBe(1);
  await page.evaluate(`{
    window.said = [];
    const listen = () => said.push(document.querySelector('main').innerText);
    new MutationObserver(listen).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
  }`);
  await reason.fill('系统已拆除');
  await saves[0]?.continue();
  await expect.poll(() => saves.length).toBe(2);
  expect((await page.evaluate<string[]>('said')).filter((text) => text.includes('草稿已保存'))).toEqual([]);
  await saves[1]?.continue();
  await expect(page.getByText('草稿已保存')).toBeVisible();
});
