import { readFile } from 'node:fs/promises';
import { type Browser, expect } from '@playwright/test';
import { oneOfEach, type OneOfEach } from './journey/one-of-each.ts';
import { baseUrl, personal, staff } from './journey/people.ts';
import { Session } from './journey/session.ts';
import { arrived } from './pages/steady.page.ts';
import { test } from './pages/windows.page.ts';

/** Every page by its address, in a window that holds nothing yet: each brings all the code that it needs, in the order in which it needs it. */
const systemName = '直接打开的监控系统';

type Who = 'nobody' | 'zhangwei' | 'reviewer-nanshan-1' | 'senior-nanshan' | 'auditor-gd' | 'operator' | 'editor';
/** A route as its router writes it: who opens it, its heading of the first level, and what its parameters stand for. */
type Opening = [who: Who, heading: string, parameters?: () => Record<string, string>];
let ids: OneOfEach;
/** How many files of script a page may load. Those of the pages for everybody are small and count by their bytes (`public-pages.e2e.ts`). */
const mostScripts = { apps: 8, forEverybody: 10 };

const draft = () => ({ draftId: crypto.randomUUID() });
const portal: Record<string, Opening> = {
  '/': ['zhangwei', '公共安全视频图像信息系统备案'],
  '/registration': ['zhangwei', '备案登记'],
  '/registration/$draftId': ['zhangwei', '备案登记', draft],
  '/change': ['zhangwei', '备案变更'],
  '/change/$draftId': ['zhangwei', '备案变更', draft],
  '/cancellation': ['zhangwei', '备案注销'],
  '/cancellation/$draftId': ['zhangwei', '备案注销', draft],
  '/appeals/new': ['zhangwei', '申诉'],
  '/appeals/$draftId': ['zhangwei', '申诉', draft],
  '/transfer': ['zhangwei', '备案移交'],
  '/transfer/$draftId': ['zhangwei', '备案移交', draft],
  '/transfers/incoming': ['zhangwei', '移交接收'],
  '/submitted/$id': ['zhangwei', '提交成功', () => ({ id: ids.completed })],
  '/applications': ['zhangwei', '业务查询'],
  '/applications/$id': ['zhangwei', systemName, () => ({ id: ids.completed })],
  '/applications/$id/correction': ['zhangwei', '补正', () => ({ id: ids.returned })],
  '/filings': ['zhangwei', '备案信息查询'],
  '/filings/$number': ['zhangwei', '备案编号', () => ({ number: ids.filing })],
  '/filings/$number/versions/$version': ['zhangwei', '第 1 版', () => ({ number: ids.filing, version: '1' })],
  '/filings/$number/transfer': ['zhangwei', '备案移交', () => ({ number: ids.filing })],
  '/claim': ['zhangwei', '认领'],
  '/delegations': ['zhangwei', '授权管理'],
  '/access-log': ['zhangwei', '谁看过我的信息'],
  '/delegations/api-credentials': ['zhangwei', '接口凭证'],
  '/inbox': ['zhangwei', '消息'],
  '/signed-in': ['zhangwei', '已登录'],
  '/inbox/settings': ['zhangwei', '通知'],
  '/drafts': ['zhangwei', '草稿箱'],
};
const publicPages: Record<string, Opening> = {
  '/public': ['nobody', '公共查询'],
  '/public/verify': ['nobody', '核验'],
  '/public/verify/SL$': ['nobody', '核验', () => ({ '': '20260101000001' })],
  '/public/verify/$': ['nobody', '核验', () => ({ '': ids.filing })],
  '/public/faq': ['nobody', '常见问题'],
  '/public/notices': ['nobody', '公告'],
  '/public/notices/$': ['nobody', '直接打开的公告', () => ({ '': ids.notice })],
  '/public/downloads': ['nobody', '下载'],
  '/public/appeal': ['nobody', '申诉'],
  '/public/appeal/tracking': ['nobody', '申诉'],
  '/public/tip-off': ['nobody', '举报违法安装'],
};
const review: Record<string, Opening> = {
  '/': ['reviewer-nanshan-1', '审核任务'],
  '/tasks/$id': ['reviewer-nanshan-1', systemName, () => ({ id: ids.task })],
  '/organs': ['operator', '机关名录'],
  '/jurisdictions': ['operator', '管辖规则'],
  '/staff': ['operator', '工作人员'],
  '/audit': ['auditor-gd', '审计记录'],
  '/statistics': ['senior-nanshan', '统计'],
  '/operations': ['operator', '运维'],
  '/board': ['senior-nanshan', '督办台'],
  '/absences': ['reviewer-nanshan-1', '代班'],
  '/canned-texts': ['reviewer-nanshan-1', '常用语'],
  '/calendar': ['operator', '工作日历'],
  '/dictionaries': ['operator', '字典'],
  '/sharing': ['operator', '数据共享'],
  '/signed-in': ['operator', '已登录'],
  '/content/faq': ['editor', '常见问题'],
  '/content/faq/$id': ['editor', '问题', () => ({ id: 'new' })],
  '/content/notices': ['editor', '公告'],
  '/content/notices/$id': ['editor', '公告', () => ({ id: ids.notice })],
  '/content/templates': ['editor', '模板'],
  '/inbox': ['reviewer-nanshan-1', '消息'],
  '/paper': ['reviewer-nanshan-1', '线下备案'],
  '/paper/new': ['reviewer-nanshan-1', '备案'],
};

test.beforeAll(async () => {
  ids = await oneOfEach({ system: systemName, notice: { zh: '直接打开的公告', en: 'Opened directly' } });
});

/** Opens each address in a window of its own, and finds the page that it names, whole and without an error. */
async function openAll(
  browser: Browser,
  pages: Record<string, Opening>,
  { base = '', most = mostScripts.apps } = {},
): Promise<void> {
  const sessions = new Map<Who, Session>([['nobody', Session.nobody(baseUrl)]]);
  for (const [route, [who, heading, parameters]] of Object.entries(pages)) {
    const session = sessions.get(who) ?? (await (who === 'zhangwei' ? personal(who) : staff(who)));
    sessions.set(who, session);
    const values = parameters?.() ?? {};
    const path = base + route.replaceAll(/\$(\w*)/g, (_, name: string) => values[name] ?? `no-${name}`);
    const context = await browser.newContext();
    if (who !== 'nobody') await context.addCookies(session.cookies());
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const scripts = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toContainText(heading);
    await arrived(page, path);
    await expect(page.locator('main .ant-alert-error'), path).toHaveCount(0);
    expect(errors, path).toEqual([]);
    expect(scripts.size, `files of script at ${path}`).toBeLessThanOrEqual(most);
    await context.close();
  }
}

const source = (file: string) => readFile(new URL(`../apps/${file}`, import.meta.url), 'utf8');
/** The paths of a router's routes. */
const routesOf = async (file: string) =>
  [...(await source(file)).matchAll(/(?:\bat\(|\bpath: )'([^']+)'/g)].map(([, path = '']) => path).toSorted();

test('every page of the portal opens by its address', async ({ browser }) => {
  expect(Object.keys(portal).toSorted()).toEqual(await routesOf('portal/src/router.tsx'));
  await openAll(browser, portal);
});

test('every page for everybody opens by its address', async ({ browser }) => {
  const addresses = [...(await source('portal/src/public/pages.ts')).matchAll(/page\(\/\^(.+?)\$\//g)]
    .map(([, address = '']) =>
      address.replaceAll('\\/', '/').replace('([^/]+)', '$').replace('(SL[\\d-]+)', 'SL$').replace('/?', ''),
    )
    .toSorted();
  expect(Object.keys(publicPages).toSorted()).toEqual(addresses);
  await openAll(
    browser,
    { ...publicPages, '/': ['nobody', '公共安全视频图像信息系统备案'] },
    { most: mostScripts.forEverybody },
  );
});

test('every page of the approval UI opens by its address', async ({ browser }) => {
  expect(Object.keys(review).toSorted()).toEqual(await routesOf('review/src/router.tsx'));
  await openAll(browser, review, { base: '/review' });
});
