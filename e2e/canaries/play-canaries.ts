import { deflateSync } from 'node:zlib';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { solvedCaptcha } from '../journey/public-query.ts';
import { baseUrl, personal, staff } from '../journey/people.ts';
import { aFiling, coastCity, decide, fixtures, taskOf } from '../journey/registration.ts';
import { Session } from '../journey/session.ts';

/** Somebody who does not exist: nothing else in the platform is called so. */
export const canary = { name: '欧阳镜湖', phone: '13987650042', idNumber: '440305199011223391' } as const;
const { uscc } = coastCity;

/** A PDF whose text holds the person, once as it is and once packed as programs that write PDFs do. */
export function aPaper(): Uint8Array<ArrayBuffer> {
  const text = `BT (${Object.values(canary).join(' ')}) Tj ET`;
  const stream = deflateSync(text);
  const head = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${text}\n3 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`;
  const tail = '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return new Uint8Array(Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)]));
}

const paperName = `授权书-${canary.name}-${canary.idNumber}.pdf`;
async function uploaded(by: Session, kind: string): Promise<string> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File([aPaper()], paperName));
  return (await by.post<{ id: string }>('/api/documents', form)).id;
}

/** Sends the person through every business that takes personal data, rightly and wrongly. */
export async function playCanaries(): Promise<void> {
  const filer = await personal('zhangwei');
  const reviewer = await staff('reviewer-nanshan-1');
  const officer = { safetyOfficerName: canary.name, safetyOfficerPhone: canary.phone };
  const number = await aFiling(filer, officer);
  await filer.request('GET', `/api/filings?uscc=${uscc}&systemName=${encodeURIComponent(canary.name)}`);

  // A unit of its own, its draft, and a registration that is refused with the person in it.
  const unit = { uscc: '91350100M000100Y43', type: 'enterprise', name: '福州云图科技有限公司', headName: canary.name };
  const attachments = [
    { kind: 'business_licence', documentId: await uploaded(filer, 'business_licence') },
    { kind: 'registration_authorisation', documentId: await uploaded(filer, 'registration_authorisation') },
  ];
  const { id: unitId } = await filer.post<{ id: string }>('/api/units', { ...unit, attachments });
  const draft = { kind: 'registration', title: '', step: 'system', content: { unit, system: officer } };
  await filer.put(`/api/drafts/${crypto.randomUUID()}`, draft);
  const wrong = {
    kind: 'registration',
    unitId,
    system: { ...officer, name: '', [canary.phone]: canary },
    truthful: true,
  };
  await refused(filer, '/api/applications', wrong);
  await refused(filer, '/api/units', { ...unit, uscc: canary.idNumber, headName: [canary.name] });

  // A reviewer looks for the person, reads in full and writes the phone into the purpose; the change names the person again.
  const submitted = await changeOf(filer, number);
  const task = await taskOf(reviewer, submitted);
  await reviewer.request('GET', `/api/review/tasks?q=${encodeURIComponent(canary.name)}`);
  await reviewer.post(`/api/review/tasks/${task.id}/claim`);
  await reviewer.post(`/api/review/tasks/${task.id}/personal-data`, { purpose: `电话 ${canary.phone} 核实` });
  await reviewer.request('GET', `/api/review/audit?actor=${encodeURIComponent(canary.name)}`);
  await decide(reviewer, task, { outcome: 'approve', opinion: '情况属实，同意变更。' });

  // The person is to receive a filing, reads another in its holder's place, and appeals without sign-in.
  const given = await aFiling(filer, officer);
  const to = { recipientName: canary.name, recipientIdNumber: canary.idNumber, description: '管理单位变更' };
  const transfer = { kind: 'transfer', filingNumber: given, ...to, formId: await uploaded(filer, 'transfer_form') };
  await filer.post('/api/applications', { ...transfer, confirmed: true });
  await refused(filer, '/api/applications', {
    ...transfer,
    filingNumber: number,
    recipientIdNumber: '440305199011223392',
  });
  const validUntil = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const grantee = { granteeName: canary.name, granteeIdNumber: canary.idNumber };
  await filer.post('/api/delegations', { role: 'reader', uscc, ...grantee, validUntil });
  const nobody = Session.nobody(baseUrl);
  const form = new FormData();
  const fields = {
    ground: 'login',
    countyCode: '440305',
    description: `${canary.name}，${canary.phone}，${canary.idNumber}`,
    contactName: canary.name,
    contactPhone: canary.phone,
    captcha: await solvedCaptcha(nobody, 'appeal'),
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.append('file', new File([aPaper()], paperName));
  await nobody.post('/api/public/appeals', form);
  // Addresses that are wrong, with the person in them.
  await filer.request('GET', `/api/filings/${encodeURIComponent(canary.name)}`);
  await filer.request('GET', `/auth/login?as=personal&hint=${canary.phone}`);
}

async function changeOf(filer: Session, filingNumber: string): Promise<ApplicationSummary> {
  return filer.post<ApplicationSummary>('/api/applications', {
    kind: 'change',
    filingNumbers: [filingNumber],
    unit: { headName: canary.name },
    system: { retentionDays: 60 },
    explanation: '负责人调整',
    authorisationId: await filer.upload('change_authorisation', fixtures.authorisation),
    proofIds: [await uploaded(filer, 'change_proof')],
    truthful: true,
  });
}

async function refused(by: Session, path: string, body: unknown): Promise<void> {
  const { status } = await by.request('POST', path, body);
  if (status < 400 || status >= 500) throw new Error(`${path} was to be refused and answered ${status}`);
}
