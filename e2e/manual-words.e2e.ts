import { expect, type Page } from '@playwright/test';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { personal } from './journey/people.ts';
import { aFiling, aUnit } from './journey/registration.ts';
import { choose } from './pages/controls.page.ts';
import { signInToPortal } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** Who has the manual open finds its words: what it sets in 【】, and the fields that it names, are on the page where it says so (M001–M136). */

type Words = { headings?: string[]; fields?: (string | RegExp)[]; buttons?: string[]; links?: (string | RegExp)[] };

async function expectWords(page: Page, { headings = [], fields = [], buttons = [], links = [] }: Words): Promise<void> {
  const main = page.getByRole('main');
  for (const name of headings) await expect(main.getByRole('heading', { name, exact: true })).toBeVisible();
  // A file is chosen by the button beside its field.
  for (const name of fields)
    await expect(main.getByLabel(name).or(main.getByRole('group', { name })).first()).toBeAttached();
  for (const name of buttons) await expect(main.getByRole('button', { name, exact: true })).toBeVisible();
  for (const name of links) await expect(main.getByRole('link', { name }).first()).toBeVisible();
}
const follow = (page: Page, menu: string) =>
  page.getByRole('navigation').getByRole('link', { name: menu, exact: true }).click();

test('3 登录: the name of the platform, the doors, the downloads and what needs no sign-in', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/公共安全视频图像信息系统备案平台/);
  await expectWords(page, {
    headings: ['公共安全视频图像信息系统备案平台', '用户登录'],
    buttons: ['个人用户登录', '法人用户登录'],
    links: ['备案填报须知', '系统备案材料模板', '线下备案材料模板'],
  });
  await expect(page.getByRole('contentinfo')).toContainText('《公共安全视频图像信息系统管理条例》');
  for (const [menu, field] of [
    ['公共查询', '统一社会信用代码'],
    ['常见问题', '搜索常见问题'],
  ] as const) {
    await follow(page, menu);
    await expect(page.getByRole('heading', { name: menu, level: 1 })).toBeVisible();
    await expectWords(page, { fields: [field] });
  }
  await page.goto('/public');
  await expectWords(page, { buttons: ['查询'] });
});

test('3.3 系统首页: the eight entries, in the menu and on the page, and each leads to its own', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  const entries: [entry: string, title: string][] = [
    ['备案登记', '备案登记'],
    ['业务查询', '业务查询'],
    ['备案信息查询', '备案信息查询'],
    ['变更', '备案变更'],
    ['注销', '备案注销'],
    ['移交', '备案移交'],
    ['移交接收', '移交接收'],
    ['申诉', '申诉'],
  ];
  for (const [entry, title] of entries) {
    await page.goto('/');
    const tile = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByText(entry, { exact: true }) });
    await expect(tile, entry).toBeVisible();
    await follow(page, entry);
    await expect(page.locator('h1').filter({ hasText: new RegExp(`^${title}$`) }), entry).toBeAttached();
  }
});

test('4 业务办理: each page has the fields and buttons that the manual names', async ({ page }) => {
  const filer = await personal('zhangwei');
  const { id: unitId } = await aUnit(filer);
  const number = await aFiling(filer);
  await signInToPortal(page, 'zhangwei', 'personal');
  /** Opens a form on one of its pages, as one finds it again among the drafts. */
  const at = async (kind: ApplicationKind, path: string, step: string, content: object) => {
    const id = crypto.randomUUID();
    await filer.put(`/api/drafts/${id}`, { kind, title: '手册', step, content });
    await page.goto(`${path}/${id}`);
  };
  const registration = (step: string) => at('registration', '/registration', step, { unitChoice: 'existing', unitId });
  const change = (step: string) => at('change', '/change', step, { filingNumbers: [number] });

  await test.step('4.1 备案登记', async () => {
    await registration('unit');
    await expectWords(page, {
      headings: ['单位信息'],
      fields: ['选择已有单位登记', '使用新单位登记'],
      buttons: ['下一步'],
    });
    await page.getByRole('radio', { name: '使用新单位登记' }).check();
    for (const [type, proof] of [
      ['企业', /营业执照复印件$/],
      ['机关', /法人登记证书复印件$/],
    ] as const) {
      await choose(page, '单位类型', type);
      await expectWords(page, {
        fields: ['统一社会信用代码', '单位类型', '单位名称', proof, /委托办理备案登记授权书$/],
        links: ['下载授权书模板'],
      });
      await expect(page.getByText('点击上传附件', { exact: true })).toHaveCount(2);
    }
    await registration('system');
    await expectWords(page, {
      headings: ['系统信息'],
      fields: [
        '系统名称',
        '所在地址',
        /省/,
        /^(\* )?市$/,
        /区（县）/,
        /街道/,
        '具体地址',
        '公共安全区域图像采集设备数量',
        '图像采集设备是否具备抓拍图片功能',
        '视频图像信息存储期限',
        '安全负责人姓名',
        '安全负责人手机号',
        '备注信息',
      ],
      buttons: ['下一步'],
    });
    await registration('devices');
    await expectWords(page, { fields: ['图像采集设备信息'], links: ['下载设备信息表模板'] });
    await registration('check');
    await expectWords(page, { buttons: ['提交', '提交并登记下一条'] });
  });

  await test.step('4.2 and 4.3 the queries', async () => {
    await follow(page, '业务查询');
    await expectWords(page, { fields: ['社会信用代码', '系统名称', '业务类型'], buttons: ['查询'], links: [/^详情/] });
    await follow(page, '备案信息查询');
    await expectWords(page, { fields: ['社会信用代码', '系统名称'], buttons: ['查询'] });
  });

  await test.step('4.4 变更', async () => {
    await follow(page, '变更');
    const window = page.getByRole('dialog', { name: '变更备案信息' });
    await expect(window.getByLabel('备案编号')).toBeVisible();
    await expect(window.getByRole('button', { name: '提交', exact: true })).toBeVisible();
    await change('unit');
    await expectWords(page, {
      headings: ['变更单位信息'],
      fields: ['单位名称', '单位负责人姓名'],
      buttons: ['变更备案信息'],
    });
    await change('system');
    await expectWords(page, {
      headings: ['变更系统信息'],
      fields: ['系统名称', '所在地址', '图像采集设备信息', '备注信息'],
      buttons: ['变更证明材料'],
    });
    await change('proofs');
    await expectWords(page, {
      headings: ['变更证明材料'],
      fields: [/委托办理备案变更授权书$/, '变更说明'],
      links: ['下载委托办理备案变更授权书模板'],
    });
    await change('check');
    await expectWords(page, { buttons: ['提交变更申请'] });
  });

  await test.step('4.5 to 4.7 the forms of one page', async () => {
    await follow(page, '注销');
    await expectWords(page, {
      fields: ['备案编号', '注销原因', '委托办理备案注销授权书'],
      buttons: ['提交注销申请'],
      links: ['下载委托办理备案注销授权书模板'],
    });
    await follow(page, '移交');
    await expectWords(page, {
      fields: ['备案编号', '移入人姓名', '移入人身份证号码', '移交说明', '备案移交申请表'],
      buttons: ['提交移交申请'],
      links: ['下载备案移交申请表模板'],
    });
    await follow(page, '申诉');
    await expectWords(page, { fields: ['备案编号', '申诉说明', '证明材料'], buttons: ['申诉'] });
  });
});
