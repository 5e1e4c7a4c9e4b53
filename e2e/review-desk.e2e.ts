import { expect } from '@playwright/test';
import { personal, staff } from './journey/people.ts';
import { aRegistration, taskOf, untilStatus } from './journey/registration.ts';
import { choose, fillDay } from './pages/controls.page.ts';
import { wrongSummary } from './pages/refusal.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** The desk of an organ: saved views, bulk assignment, canned texts, notes, absences, and the calendar that its clocks go by. */

const marker = `办公桌 ${Date.now() % 1_000_000}`;

test('who leads saves a view, assigns its tasks at once, and the reviewer decides with a canned text; the filer reads no note', async ({
  page,
  anotherWindow,
}) => {
  const filer = await personal('zhangwei');
  const first = await aRegistration(filer, { name: `${marker} 一号系统` });
  const second = await aRegistration(filer, { name: `${marker} 二号系统` });
  // Whom tasks are assigned to must have signed in before.
  const reviewer = await staff('reviewer-nanshan-1');
  for (const application of [first, second]) await taskOf(reviewer, application);

  await signInToReview(page, 'senior-nanshan');
  await page.getByRole('textbox', { name: '搜索' }).fill(marker);
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('link', { name: first.number })).toBeVisible();
  await page.getByText('更多筛选和排序').click();
  await choose(page, '业务类型', '备案登记');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await expect(page).toHaveURL(/kind=registration/);
  await page.getByRole('button', { name: '保存当前视图' }).click();
  const dialog = page.getByRole('dialog', { name: '保存当前视图' });
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(dialog.getByText('请填写此项。')).toBeVisible();
  await dialog.getByLabel('视图名称').fill(marker);
  await dialog.getByRole('checkbox', { name: '与本机关共享' }).check();
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('link', { name: `${marker} 2` })).toHaveAttribute('aria-current', 'page');

  const assigning = page.getByRole('group', { name: '批量操作' });
  await page.getByRole('checkbox', { name: `选择 ${first.number}` }).check();
  await expect(assigning).toContainText('已选 1 项');
  await assigning.getByRole('button', { name: '选择列出的全部任务' }).click();
  await expect(assigning).toContainText('已选 2 项');
  await assigning.getByRole('button', { name: '批量指派' }).click();
  await choose(page, '指派给', '440305-001');
  await page.getByRole('dialog', { name: '指派' }).getByRole('button', { name: '指派', exact: true }).click();
  await expect(assigning).toContainText('已完成 2 项');

  const desk = await anotherWindow();
  await signInToReview(desk, 'reviewer-nanshan-1');
  await desk.getByRole('link', { name: new RegExp(`${marker} 2.*440305-003 共享`) }).click();
  await desk.getByRole('link', { name: first.number }).click();
  await desk.getByLabel('备注内容').fill('已电话核实，存在同名系统');
  await desk.getByRole('button', { name: '添加备注' }).click();
  await expect(desk.getByRole('region', { name: '内部备注' })).toContainText('已电话核实');
  await desk.getByRole('radio', { name: '通过', exact: true }).check();
  const canned = desk.getByRole('combobox', { name: '常用语', exact: true });
  await canned.click();
  await canned.fill('填报信息与提交材料一致');
  await desk.locator('.ant-select-item-option-active:visible', { hasText: '填报信息与提交材料一致' }).waitFor();
  await canned.press('Enter');
  await expect(desk.getByLabel('审核意见')).toHaveValue('材料齐全，填报信息与提交材料一致，予以备案。');
  await desk.getByRole('button', { name: '提交决定' }).click();
  await expect(desk.getByRole('heading', { name: '审核任务' })).toBeVisible();

  await untilStatus(filer, first.id, 'completed');
  // Its devices are filed by now: the other system with the same table is not for a bulk approval.
  await desk.goto(`/review/?q=${second.number}`);
  await desk.getByRole('checkbox', { name: `选择 ${second.number}` }).check();
  const together = desk.getByRole('group', { name: '批量操作' });
  await expect(together.getByRole('button', { name: '批量指派' })).toHaveCount(0);
  await together.getByRole('button', { name: '批量通过' }).click();
  const approving = desk.getByRole('dialog', { name: '批量通过' });
  await approving.getByRole('button', { name: '批量通过' }).click();
  await expect(approving.getByText('请填写此项。')).toBeVisible();
  await approving.getByLabel('统一的审核意见').fill('材料齐全。');
  await approving.getByRole('button', { name: '批量通过' }).click();
  await expect(together).toContainText(`${second.number}：须逐件审核`);
  const portal = await anotherWindow();
  await signInToPortal(portal, 'zhangwei', 'personal');
  await portal.goto(`/applications/${first.id}`);
  await expect(portal.getByText('材料齐全，填报信息与提交材料一致，予以备案。')).toBeVisible();
  await expect(portal.getByText('已电话核实')).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: `删除视图“${marker}”` }).click();
  await expect(page.getByRole('button', { name: `删除视图“${marker}”` })).toHaveCount(0);
});

test('a colleague covers for who is absent, until the absence is ended', async ({ page }) => {
  for (const username of ['reviewer-nanshan-1', 'reviewer-nanshan-2']) await staff(username);
  await signInToReview(page, 'senior-nanshan');
  await page.getByRole('link', { name: '代班' }).click();
  await page.getByRole('button', { name: '设置代班' }).click();
  const summary = wrongSummary(page);
  await expect(summary).toContainText('代班人员：请填写此项。');
  await choose(page, '缺勤人员', '440305-002');
  await choose(page, '代班人员', '440305-001');
  await fillDay(page.getByLabel('开始日期'), '2099-12-28');
  await fillDay(page.getByLabel('结束日期'), '2099-12-27');
  await page.getByRole('button', { name: '设置代班' }).click();
  await expect(summary).toContainText('结束日期不能早于开始日期。');
  await fillDay(page.getByLabel('结束日期'), '2099-12-31');
  await page.getByRole('button', { name: '设置代班' }).click();
  const row = page.getByRole('row', { name: /440305-002 440305-001 2099-12-28 2099-12-31/ });
  await expect(row).toContainText('未开始');
  await row.getByRole('button', { name: '结束 440305-002 的代班' }).click();
  await expect(row).toHaveCount(0);
});

test('an operator sets a day of the calendar and takes it back', async ({ page }) => {
  await signInToReview(page, 'operator', { path: '/review/calendar', room: '工作日历' });
  await page.getByLabel('年份').fill('2099');
  await page.getByLabel('年份').press('Tab');
  await expect(page.getByText('尚无该年的放假通知')).toBeVisible();
  await fillDay(page.getByRole('textbox', { name: '日期', exact: true }), '2099-10-01');
  await page.getByRole('group', { name: '是否工作日' }).getByRole('radio', { name: '休息日' }).check();
  await page.getByLabel('名称').fill('国庆节');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const row = page.getByRole('row', { name: /2099-10-01 国庆节 休息日 平台设置/ });
  await row.getByRole('button', { name: '恢复 2099-10-01 的默认值' }).click();
  await expect(row).toHaveCount(0);
});

test('a reviewer goes from the queue to a decision by the keyboard alone, with the file beside the form', async ({
  page,
}) => {
  const filer = await personal('zhangwei');
  const application = await aRegistration(filer, { name: `${marker} 键盘` });
  await taskOf(await staff('reviewer-nanshan-2'), application);
  await signInToReview(page, 'reviewer-nanshan-2');
  await page.goto(`/review/?q=${application.number}`);
  await expect(page.getByRole('link', { name: application.number })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: application.number })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${marker} 键盘` })).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByRole('radio', { name: '通过', exact: true })).toBeVisible();

  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: /\.pdf$|\.xlsx$/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /\.pdf$|\.xlsx$/ })).toHaveCount(0);
  const devices = page.getByRole('region', { name: /^图像采集设备（12 台）$/ });
  await expect(devices.getByText('有坐标的设备都在同一处。')).toBeVisible();

  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  // Keys do nothing while it shrinks: what lies over the page has to be gone.
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: '审核决定' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: '通过', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('can nod'); // letters are letters while one types
  await expect(page.getByLabel('审核意见')).toHaveValue('can nod');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '审核任务' })).toBeVisible();
});
