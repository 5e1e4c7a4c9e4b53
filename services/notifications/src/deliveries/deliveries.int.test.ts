import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationSettings } from '@beian/contracts/notifications.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser } from '@beian/testkit/actors.ts';
import { aMailServer } from '@beian/testkit/mail-server.ts';
import { aNotifications, aTimelineEvent, type TestNotifications } from '@beian/testkit/notifications.ts';
import { as, eventually, json } from '@beian/testkit/registration.ts';
import { aKeptLog } from '@beian/testkit/silent-log.ts';
import { codeOf } from '../settings/verification-code.ts';
import { countDeliveries } from './count-deliveries.ts';

let now = new Date();
let mails: Awaited<ReturnType<typeof aMailServer>>;
let service: TestNotifications;
const { log, lines } = aKeptLog();
beforeAll(async () => {
  mails = await aMailServer();
  service = await aNotifications({ clock: { now: () => now }, smtpUrl: mails.url, log });
});
afterAll(async () => {
  await service.stop();
  await mails.stop();
});

const path = '/api/notification-settings';
let people = 0;
/** A filer with a verified address. */
async function aReachableFiler(
  wanted: NotificationSettings['wanted'] = { outcome: true, deadline: true, progress: false },
) {
  const filer = aPersonalUser();
  const address = `filer${(people += 1)}@example.com`;
  await json(await as(service, filer).put(path, { email: address, wanted }));
  const [setting] = await service.deps.orm.em
    .fork()
    .execute<{ verification_id: string }[]>('select verification_id from mail_setting where account_id = ?', [
      filer.accountId,
    ]);
  const code = codeOf(service.deps.sealer, setting?.verification_id ?? '');
  // Not only received: what the service has not noted as sent yet would fail with the server that a test stops.
  const sent = `select 1 from delivery where account_id = ? and template = 'email_code' and state = 'sent'`;
  await eventually(
    () => service.deps.orm.em.fork().execute<unknown[]>(sent, [filer.accountId]),
    ({ length }) => length === 1,
  );
  expect(mailsTo(address)).toHaveLength(1);
  await json(await as(service, filer).post(`${path}/verification`, { code }));
  mails.received.length = 0;
  return { filer, address };
}
const mailsTo = (address: string) => mails.received.filter(({ to }) => to.includes(address));
type Delivery = { id: string; state: string; attempts: number; last_error: string | null };
const deliveriesOf = (accountId: string, channel = 'email') =>
  service.deps.orm.em
    .fork()
    .execute<Delivery[]>(
      `select id, state, attempts, last_error from delivery where account_id = ? and channel = ? and template = 'notification' order by id`,
      [accountId, channel],
    );
const untilState = async (accountId: string, state: string, channel = 'email') =>
  (
    await eventually(
      () => deliveriesOf(accountId, channel),
      (all) => all.length === 1 && all[0]?.state === state,
    )
  )[0]!;

describe('e-mail', () => {
  it('goes out once for an event that comes twice: what happened, the number, a link, and nothing personal', async () => {
    const { filer, address } = await aReachableFiler();
    const event = aTimelineEvent({ accountId: filer.accountId, dueAt: '2026-12-09T01:00:00.000Z' });
    for (const again of [event, event, { ...event, id: newId() }]) await service.happens(again);
    const { id, attempts } = await untilState(filer.accountId, 'sent');
    expect(attempts).toBe(1);
    expect(mailsTo(address)).toHaveLength(1);
    const [mail] = mailsTo(address);
    expect(mail?.messageId).toBe(`<${id}@beian.example>`);
    expect(mail?.body).toContain('申请 SL20261125000001 需要补正');
    expect(mail?.body).toContain('Application SL20261125000001 needs correction');
    expect(mail?.body).toContain(`https://beian.example/applications/${event.data.applicationId}`);
    expect(mail?.body).toContain('2026年12月9日 09:00');
  });

  it('waits for the mail server, shows that it waits, and goes out with the same Message-ID', async () => {
    const { filer, address } = await aReachableFiler();
    await mails.stop();
    await service.happens(aTimelineEvent({ accountId: filer.accountId, entry: 'rejected' }));
    const failed = await untilState(filer.accountId, 'failed');
    expect(failed.last_error).toMatch(/^[A-Z]+$/);
    expect(await countDeliveries(service.deps, 'failed')).toBe(1);
    await mails.start();
    now = new Date(now.getTime() + 6000);
    const sent = await untilState(filer.accountId, 'sent');
    expect(sent).toMatchObject({ id: failed.id, attempts: 2, last_error: null });
    expect(mailsTo(address).map(({ messageId }) => messageId)).toEqual([`<${failed.id}@beian.example>`]);
    expect(await countDeliveries(service.deps, 'failed')).toBe(0);
  });

  it('is given up at once when the mailbox is refused, and no log says whose', async () => {
    const { filer, address } = await aReachableFiler();
    mails.refused.add(address);
    await service.happens(aTimelineEvent({ accountId: filer.accountId }));
    expect(await untilState(filer.accountId, 'given_up')).toMatchObject({ attempts: 1, last_error: 'EENVELOPE 550' });
    expect(lines.join('')).toContain('mail.failed');
    expect(lines.join('')).not.toContain('@example.com');
  });

  it('is sent for what somebody wants alone, and not to an address that is not verified', async () => {
    const { filer } = await aReachableFiler({ outcome: false, deadline: true, progress: false });
    const unverified = aPersonalUser();
    const wanted = { outcome: true, deadline: true, progress: true };
    await as(service, unverified).put(path, { email: 'unverified@example.com', wanted });
    for (const { accountId } of [filer, unverified])
      for (const entry of ['rejected', 'submitted', 'correction_reminded'] as const)
        await service.happens(aTimelineEvent({ accountId, entry }));
    await untilState(filer.accountId, 'sent');
    expect(await deliveriesOf(filer.accountId)).toHaveLength(1);
    expect(await deliveriesOf(unverified.accountId)).toEqual([]);
  });

  it('that waits is dropped when its address is removed', async () => {
    const { filer, address } = await aReachableFiler();
    await mails.stop();
    await service.happens(aTimelineEvent({ accountId: filer.accountId }));
    await untilState(filer.accountId, 'failed');
    await json(
      await as(service, filer).put(path, { email: null, wanted: { outcome: true, deadline: true, progress: true } }),
    );
    await mails.start();
    now = new Date(now.getTime() + 6000);
    expect(await untilState(filer.accountId, 'given_up')).toMatchObject({ last_error: 'not-wanted' });
    expect(mailsTo(address)).toEqual([]);
  });
});

describe('SMS', () => {
  it('is not sent without a provider: the log says so by the id and the template, and nothing else', async () => {
    const filer = aPersonalUser();
    await service.happens(aTimelineEvent({ accountId: filer.accountId, entry: 'completed' }));
    const { id, last_error } = await untilState(filer.accountId, 'given_up', 'sms');
    expect(last_error).toBe('no-provider');
    const line = lines.find((one) => one.includes(id)) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      msg: 'SMS not sent: no provider configured',
      deliveryId: id,
      template: 'completed',
    });
    expect(line).not.toContain(filer.accountId);
    expect(line).not.toMatch(/SL\d+/);
  });
});
