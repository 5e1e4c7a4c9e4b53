import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationSettings } from '@beian/contracts/notifications.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aMailServer } from '@beian/testkit/mail-server.ts';
import { aNotifications, type TestNotifications } from '@beian/testkit/notifications.ts';
import { as, eventually, json } from '@beian/testkit/registration.ts';

const path = '/api/notification-settings';
const all = { outcome: true, deadline: true, progress: true };
let now = new Date();
let mails: Awaited<ReturnType<typeof aMailServer>>;
let service: TestNotifications;
beforeAll(async () => {
  mails = await aMailServer();
  service = await aNotifications({ clock: { now: () => now }, smtpUrl: mails.url });
});
afterAll(async () => {
  await service.stop();
  await mails.stop();
});
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));

const save = (actor: Actor, email: string | null | undefined, wanted = all) =>
  as(service, actor).put(path, { ...(email === undefined ? {} : { email }), wanted });
const verify = (actor: Actor, code: string) => as(service, actor).post(`${path}/verification`, { code });
const settingsOf = async (actor: Actor) => json<NotificationSettings>(await as(service, actor).get(path));
/** The code of the last of `count` mails to an address. */
async function codeTo(address: string, count = 1): Promise<string> {
  const sent = await eventually(
    async () => mails.received.filter(({ to }) => to.includes(address)),
    ({ length }) => length === count,
  );
  return /验证码：(\d{6})/.exec(sent.at(-1)?.body ?? '')?.[1] ?? '';
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('notification settings', () => {
  it('say what somebody gets who has chosen nothing, and that no SMS is sent', async () => {
    expect(await settingsOf(aPersonalUser())).toEqual({
      mail: 'available',
      sms: 'unavailable',
      emailVerified: false,
      wanted: { outcome: true, deadline: true, progress: false },
    });
  });

  it('take an address, show it masked and keep it sealed; the code in the mail verifies it', async () => {
    const filer = aPersonalUser();
    const saved = await json<NotificationSettings>(await save(filer, 'zhang.wei@example.com'));
    expect(saved).toMatchObject({ email: 'z***@example.com', emailVerified: false, wanted: all });
    const code = await codeTo('zhang.wei@example.com');
    expect(await json(await verify(filer, code))).toMatchObject({ emailVerified: true });
    expect(await settingsOf(filer)).toMatchObject({ email: 'z***@example.com', emailVerified: true });
    const rows = await service.deps.orm.em.fork().execute('select * from mail_setting');
    const audit = await service.deps.orm.em.fork().execute('select * from audit_entry');
    expect(JSON.stringify([rows, audit])).not.toContain('zhang.wei');
    // By itself: in the ids and hashes its digits may stand by chance.
    expect(JSON.stringify([rows, audit])).not.toMatch(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`, 'i'));
    await expectProblem(await verify(filer, code), { status: 409, code: 'email.nothing-to-verify' });
  });

  it('forget the old address when there is a new one, which is verified anew, or none', async () => {
    const filer = aPersonalUser();
    await save(filer, 'old@example.com');
    await verify(filer, await codeTo('old@example.com'));
    expect(await json(await save(filer, undefined))).toMatchObject({ email: 'o***@example.com', emailVerified: true });
    later(61);
    const changed = await json(await save(filer, 'new@example.com'));
    expect(changed).toMatchObject({ email: 'n***@example.com', emailVerified: false });
    const removed = await json<NotificationSettings>(await save(filer, null));
    expect(removed.email).toBeUndefined();
    expect(removed.emailVerified).toBe(false);
  });

  it('refuse what is no address and no code, and name the field', async () => {
    const filer = aPersonalUser();
    const invalid = { status: 422, code: 'request.invalid' } as const;
    for (const email of ['nobody', 'a@b', '', 'a@example.com\r\nBcc: b@example.com'])
      await expectProblem(await save(filer, email), { ...invalid, pointer: '/email', fieldCode: 'email.format' });
    await expectProblem(await as(service, filer).put(path, {}), { ...invalid, pointer: '/wanted' });
    await expectProblem(await verify(filer, '12'), { ...invalid, pointer: '/code', fieldCode: 'email.code-format' });
    await expectProblem(await verify(filer, '123456'), { status: 409, code: 'email.nothing-to-verify' });
    const again = await as(service, filer).post(`${path}/code`);
    await expectProblem(again, { status: 409, code: 'email.nothing-to-verify' });
  });

  it('are for filers alone', async () => {
    const ways = [
      (actor: Actor) => as(service, actor).get(path),
      (actor: Actor) => save(actor, 'a@example.com'),
      (actor: Actor) => verify(actor, '123456'),
      (actor: Actor) => as(service, actor).post(`${path}/code`),
    ];
    for (const way of ways) {
      await expectProblem(await way({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
      await expectProblem(await way(aReviewer()), { status: 403, code: 'auth.forbidden' });
    }
  });
});

describe('the code', () => {
  const void_ = { status: 422, code: 'request.invalid', pointer: '/code', fieldCode: 'email.code-void' } as const;

  it('allows five tries, also at the same moment', async () => {
    const filer = aPersonalUser();
    await save(filer, 'tries@example.com');
    const code = await codeTo('tries@example.com');
    const first = await expectProblem(await verify(filer, wrong(code)), { ...void_, fieldCode: 'email.code-wrong' });
    expect(first.errors?.[0]?.message).toContain('4');
    await Promise.all([1, 2, 3, 4].map(() => verify(filer, wrong(code))));
    await expectProblem(await verify(filer, code), void_);
  });

  it('serves for a quarter of an hour; another one makes it void, and is not sent within a minute', async () => {
    const filer = aPersonalUser();
    const again = () => as(service, filer).post(`${path}/code`);
    await save(filer, 'late@example.com');
    const code = await codeTo('late@example.com');
    const soon = await again();
    expect(Number(soon.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(soon, { status: 429, code: 'email.code-too-soon' });
    later(15 * 60 + 1);
    await expectProblem(await verify(filer, code), void_);
    await json(await again());
    const second = await codeTo('late@example.com', 2);
    expect(second).not.toBe(code);
    await expectProblem(await verify(filer, code), { ...void_, fieldCode: 'email.code-wrong' });
    expect(await json(await verify(filer, second))).toMatchObject({ emailVerified: true });
  });

  it('is sent ten times a day at most', async () => {
    const filer = aPersonalUser();
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      later(61);
      statuses.push((await save(filer, `box${i}@example.com`)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    later(24 * 3600);
    expect((await save(filer, 'box@example.com')).status).toBe(200);
  });
});

it('without a mail server the settings say so, and take no address', async () => {
  const silent = await aNotifications();
  try {
    const filer = aPersonalUser();
    expect(await json(await as(silent, filer).get(path))).toMatchObject({ mail: 'unavailable' });
    const refused = await as(silent, filer).put(path, { email: 'a@example.com', wanted: all });
    await expectProblem(refused, { status: 409, code: 'email.unavailable' });
    expect(await json(await as(silent, filer).put(path, { wanted: all }))).toMatchObject({ wanted: all });
  } finally {
    await silent.stop();
  }
});
