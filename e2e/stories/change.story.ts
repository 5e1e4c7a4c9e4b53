import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { aFiling, claimedTaskOf, decide, fixtures, untilStatus } from '../journey/registration.ts';
import { Session } from '../journey/session.ts';
import { password, type Telling } from './telling.ts';

/** 变更: one application over two filings; one of them moves to another county, whose organ decides it; each part takes effect by itself. */
export async function playChange({ baseUrl, tell, mustHold }: Telling): Promise<void> {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const [stays, moves] = [await aFiling(filer), await aFiling(filer)];
  const request = {
    filingNumbers: [stays, moves],
    system: { retentionDays: 90 },
    perFiling: [
      { filingNumber: moves, system: { countyCode: '440304', streetCode: null, addressDetail: '福华一路 1 号' } },
    ],
    explanation: '存储设备扩容，一处系统迁址',
    authorisationId: await filer.upload('change_authorisation', fixtures.authorisation),
    proofIds: [],
  };
  const preview = await filer.post<ChangePreview>('/api/changes/preview', request);
  mustHold('the dry run finds nothing wrong', preview.ok);
  tell(
    `变更预览 a dry run over 2 filings: ${preview.filings.map((one) => `${one.filingNumber} ${one.diff.map((d) => d.field).join('+')} → ${one.organ?.name}`).join('; ')}`,
  );
  const body = { kind: 'change', ...request, truthful: true };
  const submitted = await filer.post<ApplicationSummary>('/api/applications', body);
  const { parts = [] } = await filer.get<Application>(`/api/applications/${submitted.id}`);
  mustHold('each organ has its part', parts.length === 2);
  tell(`变更 ${submitted.number} in two parts: ${parts.map((part) => `${part.number} ${part.organ.name}`).join(', ')}`);

  for (const [username, code] of [
    ['reviewer-nanshan-1', '440305'],
    ['reviewer-futian-1', '440304'],
  ] as const) {
    const organ = await Session.of(baseUrl, username, password, 'staff');
    const part = parts.find((one) => one.organ.code === code);
    const task = await claimedTaskOf(organ, { number: part?.number ?? '' });
    await decide(organ, task, { outcome: 'approve', opinion: '情况属实，同意变更。' });
  }
  await untilStatus(filer, submitted.id, 'completed');
  const moved = await filer.get<Filing>(`/api/filings/${moves}`);
  mustHold('the filing keeps its number in its new county', moved.organ.code === '440304' && moved.version === 2);
  const before = await filer.get<Filing>(`/api/filings/${moves}/versions/1`);
  mustHold('what was filed before can still be read', before.content.system.retentionDays === 30);
  tell(
    `生效 both parts took effect: ${moves} is with ${moved.organ.name} under its number, ${before.content.system.retentionDays} → ${moved.content.system.retentionDays} days; version 1 stays readable`,
  );
}
