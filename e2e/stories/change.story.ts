import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import type { Filing, FilingVersionSummary } from '@beian/contracts/filings.ts';
import { aFiling, decide, fixtures, taskOf, untilStatus } from '../journey/registration.ts';
import { Session } from '../journey/session.ts';
import { password, uscc, type Telling } from './telling.ts';

/** 变更: two filings in one application, one of them into another county: two organs decide, one approves and one rejects, and the past can be read. */
export async function playChange({ baseUrl, tell, mustHold }: Telling, filingNumber: string): Promise<void> {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const moving = await aFiling(baseUrl, filer, uscc, { name: '海岸城迁址监控系统' });
  const asked = {
    filingNumbers: [filingNumber, moving],
    system: { retentionDays: 120 },
    perFiling: [{ filingNumber: moving, system: { countyCode: '440304', addressDetail: '福华路 1 号' } }],
    explanation: '扩容存储设备，一套系统迁入福田区',
    authorisationId: await filer.upload('change_authorisation', fixtures.authorisation),
    proofIds: [await filer.upload('change_proof', fixtures.licence)],
  };
  const preview = await filer.post<ChangePreview>('/api/changes/preview', asked);
  mustHold('the dry run finds nothing wrong', preview.ok);
  for (const { filingNumber: number, organ, diff } of preview.filings) {
    const lines = diff.map(({ field, before, after }) => `${field} ${before} → ${after}`).join(', ');
    tell(`变更预览 dry run of ${number}: ${lines}; decided by ${organ?.name}`);
  }
  const submitted = await filer.post<ApplicationSummary>('/api/applications', {
    kind: 'change',
    ...asked,
    truthful: true,
  });
  const { parts = [] } = await filer.get<Application>(`/api/applications/${submitted.id}`);
  mustHold('each organ decides a part', parts.length === 2);
  tell(`提交变更 ${submitted.number} submitted, in parts ${parts.map((part) => part.number).join(' and ')}`);

  const settle = async (username: string, part: { number: string } | undefined, decision: Record<string, unknown>) => {
    const organ = await Session.of(baseUrl, username, password, 'staff');
    const task = await taskOf(organ, { number: part?.number ?? '' });
    await organ.post(`/api/review/tasks/${task.id}/claim`);
    await decide(organ, task, decision);
  };
  await settle('reviewer-nanshan-1', parts[0], { outcome: 'approve', opinion: '情况属实。' });
  await untilStatus(filer, parts[0]?.id ?? '', 'completed');
  const changed = await filer.get<Filing>(`/api/filings/${filingNumber}`);
  mustHold('what one organ approves takes effect at once', changed.content.system.retentionDays === 120);
  tell(`南山分局 approves its part: ${filingNumber} is now version ${changed.version}, with 120 days`);
  await settle('reviewer-futian-1', parts[1], {
    outcome: 'reject',
    reasonCode: 'false_information',
    opinion: '该地址没有此系统。',
  });
  const done = await untilStatus(filer, submitted.id, 'completed');
  const outcomes = (done.filings ?? []).map(({ filingNumber: number, status }) => `${number} ${status}`).join(', ');
  tell(`福田分局 rejects the other: ${outcomes}`);
  const other = await filer.get<Filing>(`/api/filings/${moving}`);
  mustHold('what is rejected stays as it was', other.version === 1 && other.organ.code.startsWith('440305'));

  const { items } = await filer.get<{ items: FilingVersionSummary[] }>(`/api/filings/${filingNumber}/versions`);
  const before = await filer.get<Filing>(`/api/filings/${filingNumber}?at=${items.at(-1)?.effectiveFrom}`);
  mustHold('the past can be read', before.content.system.retentionDays === 90);
  tell(`历次版本 version 1 as it was: ${before.content.system.retentionDays} days`);
}
