import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { MadeApiCredential } from '@beian/contracts/api-credentials.ts';
import type { PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import type { Notice } from '@beian/contracts/content.ts';
import type { MadeSharingCredential } from '@beian/contracts/sharing.ts';
import { enterFilings } from '@beian/public-query/register/enter-filing.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { handleOnce } from '@beian/service-kit/consumer.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aDepartment, aLegalPerson, anOperator, aProgramOf, aReviewer, bearer, organs } from './actors.ts';
import { lodgedPublicly } from './appeals.ts';
import { aSubmittedChange } from './change.ts';
import { dayFromNow, delegated, ranOut } from './delegation.ts';
import type { Front } from './front.ts';
import { aTimelineEvent } from './notifications.ts';
import {
  aFiling,
  approval,
  aRegistration,
  as,
  aSystem,
  aUnit,
  json,
  openedReview,
  settled,
  taskOf,
  uploaded,
} from './registration.ts';
import { haveSignedIn } from './staff.ts';
import { accountOf, answered, awaitingRecipient, settleOutcome, somebody } from './transfer.ts';

export type OneOfEach = Awaited<ReturnType<typeof oneOfEach>>;
export type Cast = OneOfEach['cast'];
type Platform = Front['platform'];

/** Who takes part: those whom the things concern, then those who have no business with them. */
function aCast() {
  const agentPerson = somebody('赵强');
  return {
    owner: accountOf(somebody('张伟')),
    reviewer: aReviewer(),
    lead: aReviewer(organs.nanshan, ['senior_reviewer', 'supervisor']),
    colleague: aReviewer(),
    editor: aReviewer(organs.ministry, ['content_editor']),
    /** Of whom a filing came on paper. */
    paperOwner: aLegalPerson(),

    /** Another person, and another unit. */
    filer: accountOf(somebody('王磊')),
    unit: aLegalPerson('91110000101623741K'),
    /** Acted for the owner until the letter ran out. */
    agentPerson,
    agent: accountOf(agentPerson),
    /** Everything that one can be in a review, of another county. */
    neighbour: aReviewer(organs.futian, ['reviewer', 'senior_reviewer', 'supervisor']),
    auditor: aReviewer(organs.nanshan, ['auditor']),
    operator: anOperator(),
  };
}

/** One of everything that somebody can own, in a platform without an engine. */
export async function oneOfEach(front: Front) {
  const { platform } = front;
  const { agentPerson, ...people } = aCast();
  const { owner } = people;
  await haveSignedIn(platform, ...Object.values(people));
  const filed = await filedBy(platform, people, agentPerson);
  const { recipient } = filed.transfer;
  await front.notifications.happens(aTimelineEvent({ accountId: owner.accountId }));
  const inbox = await json<{ items: { id: string }[] }>(await as(front.notifications, owner).get('/api/inbox'));
  const appeal = await lodgedPublicly(platform, { countyCode: '440305', ground: 'login' });
  return {
    cast: {
      ...people,
      recipient,
      program: aProgramOf(people.filer),
      department: aDepartment(),
      nobody: { kind: 'nobody' } as const,
    },
    ...filed,
    ...(await keptByStaff(front, people)),
    newsId: inbox.items[0]?.id ?? '',
    paper: await onPaper(front, people),
    credential: await aCredential(platform, owner),
    sharingCredential: await aSharingCredential(platform, people.operator),
    trackingCode: (await json<PublicAppealReceipt>(appeal, 201)).trackingCode,
  };
}

type People = Omit<ReturnType<typeof aCast>, 'agentPerson'>;

/** A unit, a filing, an application under review, a transfer that waits for its recipient, a document, a draft, delegations. */
async function filedBy(platform: Platform, { owner, reviewer }: People, agent: { name: string; idNumber: string }) {
  const unit = await aUnit(platform, owner);
  const filingNumber = await aFiling(platform, owner, reviewer);
  const application = await aRegistration(platform, owner, unit);
  await openedReview(platform, application);
  const transfer = await awaitingRecipient(platform, owner);
  const handedOver = await awaitingRecipient(platform, owner, transfer.person);
  await answered(platform, transfer.recipient, handedOver.id, { accept: true });
  await settleOutcome(platform, handedOver.id);
  const draftId = newId();
  const draft = { kind: 'registration', title: '草稿', step: 'unit', content: {} };
  await json(await as(platform, owner).put(`/api/drafts/${draftId}`, draft));
  await ranOut(platform, await delegated(platform, owner, agent));
  return {
    unit,
    filingNumber,
    application,
    changeId: (await aSubmittedChange(platform, owner, [await aFiling(platform, owner, reviewer)])).id,
    taskId: (await taskOf(platform, reviewer, application.number)).id,
    transfer,
    handedOver,
    documentId: await uploaded(platform, owner, 'appeal_evidence'),
    draftId,
    delegationId: (await delegated(platform, owner, somebody('孙丽'), { role: 'reader' })).id,
  };
}

/** What staff keep: views, texts, absences, questions, notices, a template's next version, an organ and a rule of jurisdiction. */
async function keptByStaff({ platform, publicQuery }: Front, { reviewer, lead, colleague, editor, operator }: People) {
  const made = async <T = { id: string }>(by: Staff, path: string, body: unknown, at: Answering = platform) =>
    json<T>(await as(at, by).create(path, body), 201);
  const words = { zh: '示例', en: 'Example' };
  const notice = { title: words, body: words, pinned: false, effectiveFrom: dayFromNow(0) };
  const shown = await made<Notice>(editor, '/api/content/notices', notice, publicQuery);
  const publication = { published: true, baseRevision: shown.revision };
  await json(await as(publicQuery, editor).put(`/api/content/notices/${shown.id}/publication`, publication));
  const question = { category: 'duty', question: words, answer: words };
  const away = { coverAccountId: colleague.accountId, from: dayFromNow(40), until: dayFromNow(41) };
  const directory = { app: platform.identityApp };
  const station = { kind: 'railway', name: '深圳铁路公安处南山站派出所', level: 'county' };
  const place = { divisionCode: '440305', superiorCode: '440300' };
  const rule = { divisionCode: '440305007', organCode: '440304', effectiveFrom: dayFromNow(30) };
  const organ = await made<{ code: string }>(operator, '/api/organs', { ...station, ...place }, directory);
  return {
    viewId: (await made(reviewer, '/api/review/views', { name: '我的', query: {} })).id,
    cannedTextId: (await made(lead, '/api/review/canned-texts', { use: 'opinion', text: '同意。' })).id,
    absenceId: (await made(reviewer, '/api/review/absences', away)).id,
    faqId: (await made(editor, '/api/content/faq', question, publicQuery)).id,
    noticeId: (await made(editor, '/api/content/notices', notice, publicQuery)).id,
    shownNoticeId: shown.id,
    templateVersionId: await aTemplateVersion(platform, editor),
    organCode: organ.code,
    jurisdictionId: (await made(operator, '/api/jurisdictions', rule, directory)).id,
  };
}
type Answering = Parameters<typeof as>[0];

/** By which a program of an account signs in; with its secret. */
export async function aCredential({ identityApp }: Pick<Platform, 'identityApp'>, owner: Filer) {
  const made = await as({ app: identityApp }, owner).create('/api/me/api-credentials', { name: '巡检系统' });
  return json<MadeApiCredential>(made, 201);
}

/** By which another department asks; with its secret. */
export async function aSharingCredential(
  { identityApp }: Pick<Platform, 'identityApp'>,
  operator: Staff,
  area = '4403',
) {
  const wanted = { department: '深圳市市场监督管理局', purpose: '核对经营场所的备案情况', area };
  const made = await as({ app: identityApp }, operator).create('/api/sharing/credentials', wanted);
  return json<MadeSharingCredential>(made, 201);
}

/** What a clerk sends to enter a filing that came on paper. */
export async function aPaperEntry(platform: Platform, clerk: Staff) {
  const licence = await uploaded(platform, clerk, 'business_licence');
  const attachments = [{ kind: 'business_licence', documentId: licence }];
  const unit = { uscc: '91350100M000100Y43', type: 'enterprise', name: '福州云图科技有限公司', headName: '陈志远' };
  return {
    unit: { ...unit, attachments },
    system: aSystem(await uploaded(platform, clerk, 'device_table')),
    formId: await uploaded(platform, clerk, 'paper_form'),
    receivedOn: dayFromNow(-2),
  };
}

/** A filing that came on paper and that nobody has claimed; everybody finds it in the public register. */
async function onPaper({ platform, publicQuery }: Front, { lead }: People): Promise<{ id: string; number: string }> {
  const clerk = aReviewer();
  const answer = await as(platform, clerk).create('/api/paper-filings', await aPaperEntry(platform, clerk));
  const { id, number: accepted } = await json<ApplicationSummary>(answer, 201);
  await settled(platform, lead, { id, number: accepted }, approval);
  const [event] = await platform.orm.em
    .fork()
    .execute<{ payload: unknown; number: string }[]>(
      `select payload, aggregate as number from outbox where payload ->> 'type' = 'beian.filing.registered' and payload -> 'data' ->> 'applicationId' = ?`,
      [id],
    );
  if (!event) throw new Error('the filing on paper was not registered');
  await handleOnce(publicQuery.deps, 'public-query', enterFilings, event.payload);
  return { id, number: event.number };
}

/** The form of a version of the transfer form's template that begins in so many days. */
export async function aTemplateForm({ documentsApp }: Pick<Platform, 'documentsApp'>, days = 30): Promise<FormData> {
  const inForce = await documentsApp.request('/api/templates/transfer-form');
  const form = new FormData();
  form.set('file', new File([await inForce.blob()], '移交申请表.docx'));
  form.set('effectiveFrom', dayFromNow(days));
  return form;
}

async function aTemplateVersion(platform: Platform, editor: Staff): Promise<string> {
  const post = { method: 'POST', headers: await bearer(editor), body: await aTemplateForm(platform) };
  const answer = await platform.documentsApp.request('/api/templates/transfer-form/versions', post);
  return (await json<{ id: string }>(answer, 201)).id;
}
