import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { AuditEntryList, AuditVerification } from '@beian/contracts/audit.ts';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import { publishHead } from '@beian/service-kit/audit/publish-head.ts';
import { headOf } from '@beian/service-kit/audit/verify-chain.ts';
import { aPersonalUser, aReviewer, bearer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';
import { aRegistration, as, aUnit, json, named, openedReview, taskOf } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const auditor = aReviewer(organs.guangdong, ['auditor']);
const supervisor = aReviewer(organs.shenzhen, ['supervisor']);
const elsewhere = aReviewer({ code: '330000', name: '浙江省公安厅', level: 'province', divisionCode: '33' }, [
  'auditor',
]);
const path = '/api/review/audit';
let platform: TestPlatform;
let application: ApplicationSummary;
let task: ReviewTask;

beforeAll(async () => {
  platform = await aPlatform();
  const unit = await aUnit(platform, filer);
  application = await aRegistration(platform, filer, unit);
  await openedReview(platform, application);
  task = await taskOf(platform, reviewer, application.number);
  await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
  const reveal = { purpose: '=电话 13923456789 核实' };
  await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/personal-data`, reveal));
});
afterAll(() => platform.stop());

const search = async (query: string, by = auditor) =>
  json<AuditEntryList>(await as(platform, by).get(`${path}?limit=100&${query}`));
const actionsOf = async (query: string, by = auditor) => (await search(query, by)).items.map(({ action }) => action);

describe('the audit log', () => {
  it('finds by the number of an application whatever was done on it, by whom, from which organ and for what purpose', async () => {
    const { items } = await search(`subject=${application.number}`);
    expect(items.map(({ action }) => action)).toEqual([
      'personal-data.read',
      'task.claim',
      'task.open',
      'application.submit',
    ]);
    expect(items[0]).toMatchObject({
      chain: 'filing',
      actor: {
        kind: 'staff',
        id: reviewer.accountId,
        staffNo: reviewer.staffNo,
        organ: { code: '440305', name: '深圳市公安局南山分局' },
        roles: ['reviewer'],
      },
      subject: { id: application.id, number: application.number },
      purpose: '=电话 *** 核实',
      data: { taskId: task.id },
    });
    expect(items[1]).toMatchObject({ subject: { id: task.id, number: application.number } });
    expect(JSON.stringify(items)).not.toContain(named.safetyOfficerPhone);
    expect(JSON.stringify(items)).not.toContain(named.headName);
  });

  it('filters by actor, action, organ and day, and goes on with a cursor', async () => {
    expect(await actionsOf(`actor=${reviewer.staffNo}`)).toEqual(['personal-data.read', 'task.claim']);
    expect(await actionsOf(`actor=${filer.accountId}`)).toContain('application.submit');
    expect(await actionsOf('action=task.claim&organ=440305')).toEqual(['task.claim']);
    expect(await actionsOf('organ=440304')).toEqual([]);
    const [claim] = (await search('action=task.claim')).items;
    const day = beijingDay(new Date(claim?.at ?? 0));
    expect(await actionsOf(`action=task.claim&from=${day}&to=${day}`)).toEqual(['task.claim']);
    expect(await actionsOf('to=2020-01-01')).toEqual([]);
    const first = await json<AuditEntryList>(await as(platform, auditor).get(`${path}?limit=2`));
    const second = await json<AuditEntryList>(await as(platform, auditor).get(`${path}?limit=2&cursor=${first.next}`));
    expect(second.items[0]?.seq).toBeLessThan(first.items[1]?.seq ?? 0);
    const wrong = await as(platform, auditor).get(`${path}?from=2026-02-02&to=2026-02-01`);
    await expectProblem(wrong, { status: 422, code: 'request.invalid', pointer: '/to' });
  });

  it('shows an organ what it and those below it did and handle, and is for auditors and supervisors', async () => {
    expect(await actionsOf(`subject=${application.number}`, supervisor)).toContain('application.submit');
    expect(await actionsOf(`subject=${application.number}`, elsewhere)).toEqual([]);
    const railway = { ...organs.nanshan, code: '440305-T1', name: '铁路公安处' };
    expect(await actionsOf('', aReviewer(railway, ['auditor']))).toEqual([]);
    for (const actor of [reviewer, filer] as const) {
      await expectProblem(await as(platform, actor).get(path), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await as(platform, actor).get(`${path}/export`), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await as(platform, actor).post(`${path}/verification`), {
        status: 403,
        code: 'auth.forbidden',
      });
    }
    await expectProblem(await as(platform, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
  });

  it('has each file that staff opens, with the application it belongs to', async () => {
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    const id = detail.documents[0]?.id ?? '';
    const opened = await platform.documentsApp.request(`/api/documents/${id}/content`, {
      headers: await bearer(reviewer),
    });
    expect(opened.status).toBe(200);
    const [entry] = (await search(`subject=${application.number}&action=document.read`)).items;
    expect(entry).toMatchObject({
      actor: { staffNo: reviewer.staffNo },
      subject: { id: application.id },
      data: { documentId: id },
    });
    const before = (await search('action=document.read')).items.length;
    const own = await platform.documentsApp.request(`/api/documents/${id}/content`, { headers: await bearer(filer) });
    expect(own.status).toBe(200);
    const refused = aReviewer(organs.futian);
    const foreign = await platform.documentsApp.request(`/api/documents/${id}/content`, {
      headers: await bearer(refused),
    });
    expect(foreign.status).toBe(404);
    expect((await search('action=document.read')).items).toHaveLength(before);
  });

  it('has nothing of a look at what a file is: its facts are no personal data, and pages ask for them again and again', async () => {
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    const at = `/api/documents/${detail.documents[0]?.id}`;
    const entries = async () => (await headOf(platform.orm.em.fork())).seq;
    const documents = as({ app: platform.documentsApp }, reviewer);
    const before = await entries();
    for (let time = 0; time < 3; time++) expect((await documents.get(at)).status).toBe(200);
    expect(await entries()).toBe(before);
    expect((await documents.post(`${at}/links`, {})).status).toBe(201);
    expect(await entries()).toBe(before + 1);
    expect((await search('action=document.read')).items[0]).toMatchObject({ actor: { staffNo: reviewer.staffNo } });
  });

  it('is exported as CSV that runs no formula and holds no personal data, and the export is an entry itself', async () => {
    const exported = await as(platform, auditor).get(`${path}/export?subject=${application.number}`);
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="audit-filing.csv"');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported.arrayBuffer());
    expect(text.startsWith('\uFEFF序号,时间（北京）')).toBe(true);
    expect(text).toContain(',查看个人信息,');
    expect(text).toContain(",'=电话 *** 核实,");
    for (const personal of Object.values(named)) expect(text).not.toContain(personal);
    expect((await search('action=audit.export')).items[0]).toMatchObject({
      actor: { staffNo: auditor.staffNo },
      data: { filter: { subject: application.number } },
    });
    const backwards = await as(platform, auditor).get(`${path}/export?from=2026-03-02&to=2026-03-01`);
    await expectProblem(backwards, { status: 422, code: 'request.invalid', fieldCode: 'period.order' });
  });

  it('is checked against itself and the published heads, and names an entry that a superuser altered', async () => {
    await publishHead(platform.filing);
    const check = async () => json<AuditVerification>(await as(platform, auditor).post(`${path}/verification`));
    const sound = await check();
    expect(sound).toMatchObject({ compared: 1, head: { seq: sound.checked } });
    expect(await actionsOf('action=audit.verify')).toHaveLength(1);
    const [{ seq } = { seq: 0 }] = (await search(`action=task.claim`)).items;
    await platform.orm.em.fork().transactional(async (em) => {
      await em.execute(`set local session_replication_role = 'replica'`);
      await em.execute(`update audit_entry set staff_no = '440305-999' where seq = ?`, [seq], 'run');
    });
    expect(await check()).toMatchObject({ checked: seq - 1, fault: { fault: 'altered', seq, action: 'task.claim' } });
  });

  it('is kept by every service, under its own name', async () => {
    const identity = { app: platform.identityApp };
    const documents = { app: platform.documentsApp };
    const stored = await json<AuditEntryList>(
      await as(documents, aReviewer(organs.ministry, ['auditor'])).get(
        '/api/review/audit/documents?action=document.store',
      ),
    );
    expect(stored.items[0]).toMatchObject({ chain: 'documents', action: 'document.store' });
    const operator = aReviewer(organs.ministry, ['operator']);
    const officer = aReviewer();
    await haveSignedIn(platform, officer);
    await as(identity, operator).post(`/api/staff/${officer.accountId}/suspension`, { reason: '借调' });
    const own = '/api/review/audit/identity';
    const found = await json<AuditEntryList>(await as(identity, auditor).get(`${own}?subject=${officer.staffNo}`));
    expect(found.items).toMatchObject([
      {
        chain: 'identity',
        action: 'staff.suspend',
        actor: { staffNo: operator.staffNo },
        subject: { number: officer.staffNo },
      },
    ]);
    const foreign = await as(identity, elsewhere).get(`${own}?subject=${officer.staffNo}`);
    expect((await json<AuditEntryList>(foreign)).items).toEqual([]);
    const verified = await as(identity, auditor).post('/api/review/audit/identity/verification');
    expect(await json<AuditVerification>(verified)).toMatchObject({ checked: 2, head: { seq: 2 } });
  });
});
