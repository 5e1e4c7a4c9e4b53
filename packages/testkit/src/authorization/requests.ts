import { anAppeal } from '../appeals.ts';
import { aCancellation } from '../cancellation.ts';
import { aCaptcha } from '../captcha.ts';
import { aChange } from '../change.ts';
import { aDelegation, dayFromNow } from '../delegation.ts';
import type { Front } from '../front.ts';
import { aPaperEntry, aTemplateForm, type OneOfEach } from '../one-of-each.ts';
import { aSubmission, as, unitPapers, uploaded } from '../registration.ts';
import { aTransfer, somebody } from '../transfer.ts';
import { sampleOf, type Schema } from './sample.ts';

export type Operation = {
  security?: unknown;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
export type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
/** One request that would do what the operation is for, were it asked by whom the thing belongs to. */
export type Ask = { method: string; path: string; body: unknown };

/** The requests of an operation, like `POST /api/units`: one, or one of each kind of application. Each time with a fresh captcha. */
export type Requests = (operation: string) => Promise<Ask[]>;

/** Makes requests from the OpenAPI document: addresses of the things that there are, bodies of what their schema asks for. */
export async function requestsTo(document: OpenApi, front: Front, things: OneOfEach): Promise<Requests> {
  const bodies = await bodiesOf(front, things);
  const known = knownValues(things);
  const { schemas } = document.components;
  return async (operation) => {
    const purpose = operation.includes(' /api/public/appeals') ? 'appeal' : 'query';
    const captcha = operation.includes(' /api/public/') ? await aCaptcha(front.publicQuery, purpose) : undefined;
    const [method = '', template = ''] = operation.split(' ');
    const { parameters = [], requestBody } = document.paths[template]?.[method.toLowerCase()] ?? {};
    const ids = idsIn(template, things);
    const value = ({ name, schema }: { name: string; schema: Schema }) =>
      encodeURIComponent(
        String(ids[name] ?? (name === 'captcha' ? captcha : known[name]) ?? sampleOf(schema, schemas, known)),
      );
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const parameter = parameters.find((one) => one.name === name && one.in === 'path');
      return value(parameter ?? { name, schema: {} });
    });
    const query = parameters
      .filter((one) => one.in === 'query' && one.required)
      .map((one) => `${one.name}=${value(one)}`);
    const address = query.length > 0 ? `${path}?${query.join('&')}` : path;
    const schema = requestBody?.content['application/json']?.schema;
    const given = bodies[operation] ?? [schema && sampleOf(schema, schemas, known)];
    return given.map((body) => {
      if (body instanceof FormData && captcha) body.set('captcha', captcha);
      return { method, path: address, body };
    });
  };
}

/** What the placeholders of an address stand for, by how the address begins. */
function idsIn(template: string, things: OneOfEach): Record<string, string> {
  const { cast, unit, filingNumber, application, transfer } = things;
  const table: [prefix: string, ids: Record<string, string>][] = [
    ['/api/applications/{id}/resubmission/preview', { id: things.changeId }],
    ['/api/applications/', { id: application.id }],
    ['/api/transfers/{applicationId}/receipt.pdf', { applicationId: things.handedOver.id }],
    ['/api/transfers/', { applicationId: transfer.id }],
    ['/api/calendar/', { date: '2027-01-04' }],
    ['/api/content/faq/', { id: things.faqId }],
    ['/api/content/notices/', { id: things.noticeId }],
    ['/api/public/notices/', { id: things.shownNoticeId }],
    ['/api/delegations/', { id: things.delegationId }],
    ['/api/documents/', { id: things.documentId }],
    ['/api/drafts/', { id: things.draftId }],
    ['/api/filings/', { number: filingNumber, version: '1' }],
    ['/api/sharing/credentials/', { id: things.sharingCredential.id }],
    ['/api/sharing/filings/', { number: filingNumber }],
    ['/api/public/verify/', { number: things.paper.number }],
    ['/api/inbox/', { id: things.newsId }],
    ['/api/me/api-credentials/', { id: things.credential.id }],
    ['/api/jurisdictions/', { id: things.jurisdictionId }],
    ['/api/organs/', { code: things.organCode }],
    ['/api/paper-filings/', { id: things.paper.id }],
    ['/api/review/absences/', { id: things.absenceId }],
    ['/api/review/canned-texts/', { id: things.cannedTextId }],
    ['/api/review/dictionaries/', { dictionary: 'appeal_ground', code: 'login' }],
    ['/api/review/tasks/', { id: things.taskId }],
    ['/api/review/units/', { uscc: unit.uscc }],
    ['/api/review/views/', { id: things.viewId }],
    ['/api/staff/', { accountId: cast.colleague.accountId }],
    ['/api/templates/', { name: 'transfer-form', id: things.templateVersionId }],
    ['/api/units/', { id: unit.id }],
  ];
  return table.find(([prefix]) => template.startsWith(prefix))?.[1] ?? {};
}

/** Values by the name of a parameter or property, wherever it stands. */
const knownValues = ({ cast, unit, application, trackingCode, taskId, faqId }: OneOfEach): Record<string, unknown> => ({
  uscc: unit.uscc,
  systemName: '海岸城',
  trackingCode,
  year: 2026,
  division: '440305',
  divisionCode: '440305',
  superiorCode: '440300',
  organCode: '440304',
  accountId: cast.reviewer.accountId,
  coverAccountId: cast.colleague.accountId,
  taskIds: [taskId],
  ids: [faqId],
  from: dayFromNow(60),
  until: dayFromNow(61),
  effectiveFrom: dayFromNow(60),
  resumeOn: dayFromNow(3),
  kind: 'railway',
  code: '000000',
  number: application.number,
  level: 'county',
  area: '4403',
});

/** Bodies whose meaning no schema tells: with the owner's own units, filings and files. */
async function bodiesOf(
  { platform }: Front,
  { cast, unit, filingNumber, paper, credential }: OneOfEach,
): Promise<Record<string, unknown[]>> {
  const { owner, reviewer } = cast;
  const file = (kind: Parameters<typeof uploaded>[2]) => uploaded(platform, owner, kind);
  const attachments = await unitPapers(platform, owner);
  const { kind: _, truthful: __, ...change } = await aChange(platform, owner, [filingNumber]);
  const table = await file('device_table');
  return {
    'POST /api/applications': [
      await aSubmission(platform, owner, unit, { name: '第二个系统' }),
      await aChange(platform, owner, [filingNumber]),
      await aCancellation(platform, owner, filingNumber),
      await aTransfer(platform, owner, somebody(), filingNumber),
      await anAppeal(platform, owner, { ground: 'login', countyCode: '440305' }),
    ],
    'POST /auth/token': [
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: credential.id,
        client_secret: credential.secret ?? '',
      }),
    ],
    'POST /api/public/receipts/verification': [{ receipt: await aReceipt(platform, owner, filingNumber) }],
    'POST /api/changes/preview': [change],
    'POST /api/units': [
      { uscc: '91110000101623741K', type: 'enterprise', name: '北京某公司', headName: '陈志远', attachments },
    ],
    'POST /api/delegations': [await aDelegation(platform, owner, somebody())],
    'POST /api/device-tables/check': [{ documentId: table }],
    'POST /api/device-tables/corrected': [{ documentId: table, fixes: 'all' }],
    'POST /api/documents': [aScan({ kind: 'appeal_evidence' })],
    'PUT /api/drafts/{id}': [{ kind: 'registration', title: '草稿', step: 'unit', content: {}, baseRevision: 1 }],
    'POST /api/filings/claims': [{ filingNumber: paper.number }],
    'POST /api/applications/{id}/resubmission': [{ baseVersion: 1, system: { retentionDays: 90 }, truthful: true }],
    'POST /api/paper-filings': [await aPaperEntry(platform, reviewer)],
    'POST /api/templates/{name}/versions': [await aTemplateForm(platform, 45)],
    'POST /api/public/appeals': [
      aScan({
        ground: 'login',
        countyCode: '440305',
        description: '无法登录',
        contactName: '周敏',
        contactPhone: '13800138004',
      }),
    ],
    'POST /api/review/canned-texts': [{ use: 'opinion', text: '同意。' }],
    'PUT /api/review/canned-texts/{id}': [{ use: 'opinion', text: '同意备案。' }],
    'POST /api/review/dictionaries/{dictionary}/entries': [
      { code: 'example', label: { zh: '示例', en: 'Example' }, position: 90 },
    ],
    'PATCH /api/organs/{code}': [{ name: '深圳铁路公安处西丽站派出所' }],
    'POST /api/review/tasks/{id}/decision': [{ outcome: 'approve', opinion: '材料齐全，予以备案。' }],
  };
}

function aScan(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File(['%PDF-1.4\n%%EOF\n'], '证明.pdf'));
  return form;
}

/** What the QR code of a filing's receipt carries. */
async function aReceipt(platform: Front['platform'], owner: OneOfEach['cast']['owner'], number: string) {
  const pdf = await as(platform, owner).get(`/api/filings/${number}/receipt.pdf`);
  const text = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
  return /\/URI \(\S+?([\w-]+\.[\w-]+\.[\w-]+)\)/.exec(text)?.[1] ?? '';
}
