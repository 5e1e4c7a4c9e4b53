import type { Application } from '@beian/contracts/applications.ts';
import type { CorrectedDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { untilPublic } from '../journey/public-query.ts';
import {
  aUnit,
  claimedTaskOf,
  coastCity,
  decide,
  fixtures,
  submitRegistration,
  taskOf,
  untilStatus,
} from '../journey/registration.ts';
import { Session } from '../journey/session.ts';

import { password, type Telling } from './telling.ts';

/** One registration from sign-in to the public query, then a rejection and a withdrawal: against a running platform, over HTTP. Answers the filing's number. */
export async function playRegistration({ baseUrl, tell, mustHold }: Telling): Promise<string> {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  tell('张伟 signs in as a personal user');
  const unit = await aUnit(filer);
  tell(`单位 unit ${unit.name} (${unit.uscc}) with ${unit.attachments.length} attachments in MinIO`);

  const wrongId = await filer.upload('device_table', fixtures.wrongDeviceTable);
  const report = await filer.post<DeviceTableReport>('/api/device-tables/check', {
    documentId: wrongId,
    deviceCount: 12,
  });
  mustHold('the wrong device table is refused', !report.ok && report.issues.length > 0);
  tell(
    `设备信息表 device table with mistakes: ${report.issues.length} found, the first in ${report.issues[0]?.cell}: ${report.issues[0]?.message}`,
  );
  const corrected = await filer.post<CorrectedDeviceTable>('/api/device-tables/corrected', {
    documentId: wrongId,
    deviceCount: 12,
    fixes: 'all',
  });
  mustHold('fixes leave what only a person knows', corrected.applied > 0 && corrected.report.fixable === 0);
  tell(
    `修正 ${corrected.applied} fixed by one request in ${corrected.document.name}, ${corrected.report.errors} left to a person`,
  );

  const submitted = await submitRegistration(filer, unit);
  tell(`提交 submitted: 受理号 acceptance number ${submitted.number}, for ${submitted.organ.name}`);
  const receipt = await filer.bytes(`/api/applications/${submitted.id}/receipt.pdf`);
  tell(`受理回执 receipt as PDF, ${receipt.byteLength} bytes`);

  const reviewer = await Session.of(baseUrl, 'reviewer-nanshan-1', password, 'staff');
  const first = await claimedTaskOf(reviewer, submitted);
  const opened = await reviewer.get<ReviewTaskDetail>(`/api/review/tasks/${first.id}`);
  const licence = opened.documents[0];
  mustHold('the reviewer sees the documents', licence !== undefined);
  const file = await reviewer.bytes(`/api/documents/${licence?.id}/content`);
  tell(
    `南山分局 reviewer claims the task and opens ${licence?.name} (${file.byteLength} bytes); officer masked as ${opened.content?.system.safetyOfficerName}`,
  );
  await decide(reviewer, first, {
    outcome: 'return',
    opinion: '存储期限与设备信息表不一致，请补正。',
    notice: [
      { field: 'system.retentionDays', problem: '存储期限填写为 30 天，现场为 90 天', advice: '请按实际存储天数填写' },
    ],
  });
  const returned = await untilStatus(filer, submitted.id, 'returned');
  tell(`退回补正 returned with a notice on 存储期限, due ${returned.correction?.dueAt}`);

  await filer.post(`/api/applications/${submitted.id}/resubmission`, {
    baseVersion: returned.version,
    system: { retentionDays: 90 },
    truthful: true,
  });
  const second = await taskOf(reviewer, submitted);
  const again = await reviewer.get<ReviewTaskDetail>(`/api/review/tasks/${second.id}`);
  tell(
    `重新提交 resubmitted; the reviewer sees what changed: ${again.diff.map((d) => `${d.field} ${d.before} → ${d.after}`).join(', ')}`,
  );
  await reviewer.post(`/api/review/tasks/${second.id}/claim`);
  await decide(reviewer, second, { outcome: 'approve', opinion: '材料齐全，予以备案。' });
  const completed: Application = await untilStatus(filer, submitted.id, 'completed');
  const number = completed.filingNumbers[0] ?? '';
  mustHold('an approved registration has its number', /^\d{15}$/.test(number));
  tell(`通过 approved: 备案编号 filing number ${number}`);
  const filing = await filer.get<Filing>(`/api/filings/${number}`);
  tell(`备案 the filer holds filing ${filing.number}, ${filing.content.system.deviceCount} devices`);
  const numbers = await untilPublic(Session.nobody(baseUrl), coastCity.uscc, number);
  tell(
    `公共查询 the public query of ${coastCity.uscc} behind its captcha shows ${numbers.length} number(s), ${number} among them`,
  );

  const rejected = await submitRegistration(filer, unit, { name: '宿舍楼内部监控系统' });
  const third = await claimedTaskOf(reviewer, rejected);
  await decide(reviewer, third, {
    outcome: 'reject',
    reasonCode: 'no_filing_duty',
    opinion: '该系统不在公共区域，无需备案。',
  });
  await untilStatus(filer, rejected.id, 'rejected');
  tell(`不予通过 ${rejected.number} is rejected for no_filing_duty`);

  const withdrawn = await submitRegistration(filer, unit, { name: '拟拆除的停车场监控系统' });
  await filer.post(`/api/applications/${withdrawn.id}/withdrawal`, { reason: '系统将拆除' });
  await untilStatus(filer, withdrawn.id, 'withdrawn');
  tell(`撤回 ${withdrawn.number} is withdrawn by its filer`);
  return number;
}
