import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import { baseUrl, personal, staff } from '../journey/people.ts';
import {
  aFiling,
  aUnit,
  claimedTaskOf,
  decide,
  fixtures,
  submitRegistration,
  untilStatus,
} from '../journey/registration.ts';
import type { Session } from '../journey/session.ts';
import { approveTwice, submitTransfer } from '../journey/transfer.ts';

/** What the pictures are of: ids of applications and tasks, and the number of a filing. */
export type Cast = { returned: string; filing: string; task: string; change: string; changeTask: string };

/** 变更: a system that got more storage and another name; its reviewer has it in hand. */
async function aChange(filer: Session, reviewer: Session) {
  const number = await aFiling(filer);
  const submitted = await filer.post<ApplicationSummary>('/api/applications', {
    kind: 'change',
    filingNumbers: [number],
    system: { retentionDays: 90, name: '海岸城购物中心东区视频监控系统' },
    perFiling: [],
    explanation: '存储设备扩容，系统更名',
    authorisationId: await filer.upload('change_authorisation', fixtures.authorisation),
    proofIds: [],
    truthful: true,
  });
  const { parts = [] } = await filer.get<Application>(`/api/applications/${submitted.id}`);
  const task = await claimedTaskOf(reviewer, { number: parts[0]?.number ?? submitted.number });
  return { change: submitted.id, changeTask: task.id };
}

/** 移交: a filing on its way to 李娜, who has the word. */
async function anIncomingTransfer(filer: Session): Promise<void> {
  await approveTwice(baseUrl, filer, await submitTransfer(filer, await aFiling(filer), 'lina'));
}

/** Makes what is to be seen, over HTTP: something to correct, a filing, a change, a transfer, tasks that a reviewer has claimed. */
export async function aCast(): Promise<Cast> {
  const filer = await personal('zhangwei');
  const reviewer = await staff('reviewer-nanshan-1');
  const unit = await aUnit(filer);
  const claimed = async (name: string) => {
    const application = await submitRegistration(filer, unit, { name });
    const task = await claimedTaskOf(reviewer, application);
    return { application, task };
  };
  const wrong = await claimed('海岸城购物中心地下停车场视频监控系统');
  await decide(reviewer, wrong.task, {
    outcome: 'return',
    opinion: '存储期限与现场不一致，请按实际填写。',
    notice: [
      { field: 'system.retentionDays', problem: '填写为 30 天，现场为 90 天', advice: '按实际存储天数填写' },
      { field: 'system.address', problem: '门牌号与营业执照不一致', advice: '按门牌填写' },
    ],
  });
  const right = await claimed('海岸城购物中心视频监控系统');
  await decide(reviewer, right.task, { outcome: 'approve', opinion: '材料齐全，填报信息与提交材料一致，予以备案。' });
  const [filing] = (await untilStatus(filer, right.application.id, 'completed')).filingNumbers;
  await untilStatus(filer, wrong.application.id, 'returned');
  const { task } = await claimed('海岸城购物中心屋顶花园视频监控系统');
  const changed = await aChange(filer, reviewer);
  await anIncomingTransfer(filer);
  return { returned: wrong.application.id, filing: filing ?? '', task: task.id, ...changed };
}
