import { expect, type Page } from '@playwright/test';
import type { Inbox } from '@beian/contracts/notifications.ts';
import { baseUrl, personal, staff } from './journey/people.ts';
import { aRegistration, claimedTaskOf, decide } from './journey/registration.ts';
import { eventually, type Session } from './journey/session.ts';
import { expectMessage } from './pages/message.page.ts';
import { signInToPortal, signInToReview } from './pages/sign-in.page.ts';
import { test } from './pages/windows.page.ts';

/** 站内消息 (I20): the number in the frame is live, and a message leads to what it is about. */

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^消息/ });

/** Nothing is unread, not even what comes late of an earlier test. */
const readAll = (person: Session, page: Page) =>
  expect(async () => {
    await person.post('/api/inbox/read-all');
    await expect(bell(page)).toHaveText('消息', { timeout: 10_000 });
  }).toPass();

/** Somebody is told of an application; messages come in the order of what happened, so that nothing older is to come any more. */
const toldOf = (person: Session, { number }: { number: string }): Promise<Inbox> =>
  eventually(
    `a message about ${number}`,
    () => person.get<Inbox>('/api/inbox'),
    ({ items }) => items.some(({ applicationNumber }) => applicationNumber === number),
  );

async function submitted() {
  const filer = await personal('zhangwei');
  const application = await aRegistration(filer);
  return { filer, application };
}

test('a filer who has the portal open sees that the organ has decided, and goes there', async ({ page }) => {
  const { filer, application } = await submitted();
  const organ = await staff('reviewer-nanshan-1');
  const task = await claimedTaskOf(organ, application);
  await toldOf(filer, application);
  await signInToPortal(page, 'zhangwei', 'personal');
  await readAll(filer, page);

  const notice = [{ field: 'system.retentionDays', problem: '不一致', advice: '按实际填写' }];
  await decide(organ, task, { outcome: 'return', opinion: '请补正。', notice });
  await expect(bell(page)).toHaveText('消息1 条未读');
  await expect(page.getByText('有 1 条未读消息')).toHaveAttribute('aria-live', 'polite');

  await bell(page).click();
  await expect(page.getByRole('heading', { name: '消息' })).toBeVisible();
  const message = page.getByRole('listitem').filter({ hasText: application.number }).first();
  await expect(message).toContainText('备案登记：退回补正');
  await expect(message).toContainText('截止时间');
  await message.getByRole('button', { name: '标为已读：备案登记：退回补正' }).click();
  await expect(bell(page)).toHaveText('消息');
  await expect(message.getByRole('link')).toBeFocused();
  await message.getByRole('link').click();
  await expect(page.getByRole('link', { name: '去补正' })).toBeVisible();
});

test('a reviewer who has the approval UI open sees a new task, until it is decided', async ({ page }) => {
  const organ = await staff('reviewer-nanshan-1');
  await signInToReview(page, 'reviewer-nanshan-1');
  await readAll(organ, page);
  const { application } = await submitted();
  await expect(bell(page)).toHaveText('消息1 条未读');
  await bell(page).click();
  const message = page.getByRole('listitem').filter({ hasText: application.number });
  await message.getByRole('link').click();
  await expect(page.getByRole('link', { name: application.number })).toBeVisible();
  await expect(bell(page)).toHaveText('消息');

  const task = await claimedTaskOf(organ, application);
  await decide(organ, task, { outcome: 'approve', opinion: '同意。' });
  await page.goto('/review/inbox');
  await page.getByRole('checkbox', { name: '只看未读' }).check();
  await expect(page.getByText('没有未读消息。')).toBeVisible();
});

test('a window too many for live news still shows how many are unread', async ({ page }) => {
  const organ = await staff('reviewer-nanshan-1');
  const streams = new AbortController();
  const { application } = await submitted();
  await toldOf(organ, application);
  // Kept, or they would be closed as nobody's. The window of an earlier test may still count as open for a moment.
  const open: Response[] = [];
  await eventually(
    'six open streams',
    async () => {
      const stream = await fetch(`${baseUrl}/api/inbox/stream`, {
        headers: { cookie: organ.cookie },
        signal: streams.signal,
      });
      if (stream.ok) open.push(stream);
      return open.length;
    },
    (count) => count === 6,
  );
  const refused = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/inbox/stream') && answer.status() === 429,
  );
  await signInToReview(page, 'reviewer-nanshan-1');
  await refused;
  await expect(bell(page)).toHaveText(/^消息\d+ 条未读$/);
  streams.abort();
});

test('the settings say what this installation cannot send', async ({ page }) => {
  await signInToPortal(page, 'zhangwei', 'personal');
  await bell(page).click();
  await page.getByRole('link', { name: '通知设置' }).click();
  await expect(page.getByText('本平台未配置邮件服务')).toBeVisible();
  await expect(page.getByText('本平台未接入短信服务')).toBeVisible();
  await page.getByRole('checkbox', { name: '办理进度' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expectMessage(page, '已保存');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '办理进度' })).toBeChecked();
});
