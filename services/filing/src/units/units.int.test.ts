import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, aUnit, json, named, uploaded } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
const uscc = '91440300MA5FX1MP11';
let platform: TestPlatform;
let input: Record<string, unknown>;

beforeAll(async () => {
  platform = await aPlatform();
  input = {
    uscc,
    type: 'enterprise',
    name: '深圳海岸城商业管理有限公司',
    headName: named.headName,
    attachments: [
      { kind: 'business_licence', documentId: await uploaded(platform, filer, 'business_licence') },
      {
        kind: 'registration_authorisation',
        documentId: await uploaded(platform, filer, 'registration_authorisation'),
      },
    ],
  };
});
afterAll(() => platform.stop());

describe('a new unit', () => {
  it('belongs to the account, is listed, and shows its head to it alone', async () => {
    const own = aPersonalUser();
    const unit = await aUnit(platform, own);
    expect(unit).toMatchObject({ uscc, headName: named.headName, usccWarning: false });
    expect(await json(await as(platform, own).get(`/api/units/${unit.id}`))).toEqual(unit);
    expect(await json(await as(platform, own).get('/api/units'))).toEqual({ items: [unit] });
    expect(await json(await as(platform, stranger).get('/api/units'))).toEqual({ items: [] });
    await expectProblem(await as(platform, stranger).get(`/api/units/${unit.id}`), { status: 404, code: 'not-found' });
  });

  it('is one per account and credit code; another account may file for the same unit', async () => {
    const own = aPersonalUser();
    await aUnit(platform, own);
    await expect(aUnit(platform, own)).rejects.toThrow('unit.exists');
    await aUnit(platform, aPersonalUser());
  });

  it('is one however often the same request is sent', async () => {
    const key = newId();
    const body = { ...input, uscc: '91350100M000100Y43' };
    const all = await Promise.all([1, 2, 3].map(() => as(platform, filer).create('/api/units', body, key)));
    const units = await Promise.all(all.map((answer) => json<Unit>(answer, 201)));
    expect(new Set(units.map((unit) => unit.id)).size).toBe(1);
  });

  it('is accepted with a credit code whose check character does not hold, with a warning', async () => {
    const unit = await aUnit(platform, aPersonalUser(), '91440300MA5FX1MP12');
    expect(unit.usccWarning).toBe(true);
  });

  it('needs no authorisation when a legal person files for itself, and does for another', async () => {
    const legal = aLegalPerson(uscc);
    const attachments = [{ kind: 'business_licence', documentId: await uploaded(platform, legal, 'business_licence') }];
    await json(await as(platform, legal).create('/api/units', { ...input, attachments }), 201);
    const other = { ...input, uscc: '91350100M000100Y43', attachments };
    await expectProblem(await as(platform, legal).create('/api/units', other), {
      status: 422,
      code: 'request.invalid',
      pointer: '/attachments/registration_authorisation',
      fieldCode: 'attachment.missing',
    });
  });

  it.each([
    ['a code of 17 characters', { uscc: '91440300MA5FX1MP1' }, '/uscc', 'uscc.format'],
    ['an empty name', { name: '  ' }, '/name', 'text.empty'],
    ['a type that is none', { type: 'club' }, '/type', 'dictionary.unknown'],
    ['no attachments', { attachments: [] }, '/attachments/business_licence', 'attachment.missing'],
    [
      'a file that nobody uploaded',
      { attachments: [{ kind: 'business_licence', documentId: newId() }] },
      '/attachments/business_licence',
      'attachment.unknown',
    ],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const response = await as(platform, filer).create('/api/units', { ...input, ...overrides });
    await expectProblem(response, {
      status: 422,
      code: 'request.invalid',
      pointer,
      ...(fieldCode === undefined ? {} : { fieldCode }),
    });
  });

  it('is refused with a file of another kind, of another account, or twice', async () => {
    const licence = await uploaded(platform, filer, 'legal_person_certificate');
    const foreign = await uploaded(platform, stranger, 'business_licence');
    for (const [documentId, fieldCode] of [
      [licence, 'attachment.kind'],
      [foreign, 'attachment.unknown'],
    ] as const) {
      const attachments = [{ kind: 'business_licence', documentId }];
      const response = await as(platform, filer).create('/api/units', { ...input, attachments });
      await expectProblem(response, { status: 422, code: 'request.invalid', fieldCode });
    }
    const twice = [1, 2].map(() => ({ kind: 'business_licence', documentId: licence }));
    await expectProblem(await as(platform, filer).create('/api/units', { ...input, attachments: twice }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/attachments',
      fieldCode: 'attachment.twice',
    });
  });

  it('is for filers who are signed in', async () => {
    const reviewer = aReviewer();
    for (const ask of [
      (actor: typeof reviewer | typeof nobody) => as(platform, actor).get('/api/units'),
      (actor: typeof reviewer | typeof nobody) => as(platform, actor).get(`/api/units/${newId()}`),
      (actor: typeof reviewer | typeof nobody) => as(platform, actor).create('/api/units', input),
    ]) {
      await expectProblem(await ask(nobody), { status: 401, code: 'auth.required' });
      await expectProblem(await ask(reviewer), { status: 403, code: 'auth.forbidden' });
    }
  });
});
