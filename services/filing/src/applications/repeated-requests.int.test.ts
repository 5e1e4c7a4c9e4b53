import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { anAppeal } from '@beian/testkit/appeals.ts';
import { aCancellation } from '@beian/testkit/cancellation.ts';
import { aChange } from '@beian/testkit/change.ts';
import { aDelegation } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, approval, as, aSubmission, aUnit, json, settled, unitPapers } from '@beian/testkit/registration.ts';
import { accountOf, answered, approvedTwice, aTransfer, settleOutcome, somebody } from '@beian/testkit/transfer.ts';

const filer = accountOf(somebody('张伟'));
const reviewer = aReviewer();
let platform: TestPlatform;
let unit: Unit;
beforeAll(async () => {
  platform = await aPlatform({ outcomePatienceMs: 1 });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const counted = async (table: string): Promise<number> => {
  const [row] = await platform.orm.em.fork().execute<{ n: string }[]>(`select count(*) n from ${table}`);
  return Number(row?.n);
};
const send = (path: string, body: unknown, key: string) => as(platform, filer).create(path, body, key);
const aNewFiling = () => aFiling(platform, filer, reviewer);

type Made = { path: string; table: string; body: () => Promise<Record<string, unknown>>; other: object };
const applications = { path: '/api/applications', table: 'application' };
/** Every kind of thing that a filer creates: its body, and what makes it another body. */
const creations: Record<string, Made> = {
  registration: { ...applications, body: () => aSubmission(platform, filer, unit), other: { draftId: newId() } },
  change: {
    ...applications,
    body: async () => aChange(platform, filer, [await aNewFiling()]),
    other: { explanation: '另一说明' },
  },
  cancellation: {
    ...applications,
    body: async () => aCancellation(platform, filer, await aNewFiling()),
    other: { reason: '另一原因' },
  },
  transfer: {
    ...applications,
    body: async () => aTransfer(platform, filer, somebody(), await aNewFiling()),
    other: { description: '另一说明' },
  },
  appeal: {
    ...applications,
    body: async () => anAppeal(platform, filer, { filingNumber: await aFiling(platform, aPersonalUser(), reviewer) }),
    other: { description: '另一申诉说明，与前次不同。' },
  },
  unit: {
    path: '/api/units',
    table: 'unit',
    body: async () => ({
      uscc: '91350100M000100Y43',
      type: 'enterprise',
      name: '福州某公司',
      headName: '王芳',
      attachments: await unitPapers(platform, filer),
    }),
    other: { name: '另一名称' },
  },
  delegation: {
    path: '/api/delegations',
    table: 'delegation',
    body: async () => {
      await aNewFiling();
      return aDelegation(platform, filer, somebody());
    },
    other: { role: 'reader', letterId: undefined },
  },
};

describe('one request sent again with its Idempotency-Key', () => {
  it.each(Object.entries(creations))(
    '%s: 20 at once and three more have one effect and the same answer; another body is refused',
    async (_kind, { path, table, body: bodyOf, other }) => {
      const body = await bodyOf();
      const key = newId();
      const before = await counted(table);
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(path, body, key)));
      for (let again = 0; again < 3; again += 1) answers.push(await send(path, body, key));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(texts).size).toBe(1);
      expect(await counted(table)).toBe(before + 1);
      const refused = await send(path, { ...body, ...other }, key);
      await expectProblem(refused, { status: 422, code: 'idempotency.conflict' });
      expect(await counted(table)).toBe(before + 1);
    },
  );

  it('has the first answer also when the business is over and could not be begun any more', async () => {
    const cancelling = await aCancellation(platform, filer, await aNewFiling());
    const cancellation = await json<ApplicationSummary>(await send('/api/applications', cancelling, 'over-1'), 201);
    await settled(platform, reviewer, cancellation, approval);
    expect(await json(await send('/api/applications', cancelling, 'over-1'), 201)).toEqual(cancellation);

    const person = somebody();
    const handing = await aTransfer(platform, filer, person, await aNewFiling());
    const transfer = await json<ApplicationSummary>(await send('/api/applications', handing, 'over-2'), 201);
    await approvedTwice(platform, transfer);
    await json(await answered(platform, accountOf(person), transfer.id, { accept: true }), 202);
    await settleOutcome(platform, transfer.id);
    // The filing is not the sender's any more, and the request is.
    expect(await json(await send('/api/applications', handing, 'over-2'), 201)).toEqual(transfer);
    const changed = { ...handing, description: '另一说明' };
    await expectProblem(await send('/api/applications', changed, 'over-2'), {
      status: 422,
      code: 'idempotency.conflict',
    });
  });
});
