import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { ClaimCode } from '@beian/contracts/paper-filings.ts';
import { aSystem, decide, fixtures, taskOf } from '../journey/registration.ts';
import { eventually, Session } from '../journey/session.ts';
import { password, type Telling } from './telling.ts';

/** 线下备案: a clerk enters a filing from paper, a colleague approves it, its owner claims it with the code of the notice. */
export async function playPaper({ baseUrl, tell, mustHold }: Telling): Promise<void> {
  const clerk = await Session.of(baseUrl, 'reviewer-nanshan-1', password, 'staff');
  const licence = await clerk.upload('business_licence', fixtures.licence);
  const entered = await clerk.post<ApplicationSummary>('/api/paper-filings', {
    unit: {
      uscc: '91350100M000100Y43',
      type: 'enterprise',
      name: '福州云图科技有限公司',
      headName: '林国栋',
      attachments: [{ kind: 'business_licence', documentId: licence }],
    },
    system: { ...aSystem(await clerk.upload('device_table', fixtures.deviceTable)), name: '云图南山展厅监控系统' },
    formId: await clerk.upload('paper_form', fixtures.authorisation),
    receivedOn: '2026-11-02',
  });
  tell(`线下录入 a clerk enters a filing on paper with its scan: ${entered.number}`);
  const colleague = await Session.of(baseUrl, 'reviewer-nanshan-2', password, 'staff');
  const task = await taskOf(colleague, entered);
  const own = await clerk.request('POST', `/api/review/tasks/${task.id}/claim`, {});
  mustHold('the clerk does not review the own entry', own.status === 409);
  await colleague.post(`/api/review/tasks/${task.id}/claim`);
  await decide(colleague, task, { outcome: 'approve', opinion: '材料齐全，予以备案。' });
  const { filingNumber, claimCode } = await eventually(
    `claim code of ${entered.number}`,
    async () => {
      const answer = await clerk.request('POST', `/api/paper-filings/${entered.id}/claim-code`, {});
      return answer.ok ? ((await answer.json()) as ClaimCode) : { filingNumber: '', claimCode: '' };
    },
    (code) => code.claimCode !== '',
  );
  tell(`认领码 a colleague approves ${filingNumber}; the clerk gives the unit its claim code`);
  const owner = await Session.of(baseUrl, 'lina', password, 'personal');
  const wrong = await owner.request('POST', '/api/filings/claims', { filingNumber, claimCode: 'AAAA-AAAA-AAAA-AAAA' });
  mustHold('a wrong claim code is refused', wrong.status === 422);
  const filing = await owner.post<Filing>('/api/filings/claims', { filingNumber, claimCode });
  mustHold('the owner holds the filing', filing.status === 'valid');
  tell(`认领 李娜 claims ${filingNumber} into her account`);
}
