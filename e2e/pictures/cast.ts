import type { Me } from '@beian/contracts/accounts.ts';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aPublishedNotice } from '../journey/notices.ts';
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
import { runningPlatform } from '../journey/running-platform.ts';
import type { Session } from '../journey/session.ts';
import { approveTwice, submitTransfer } from '../journey/transfer.ts';
import { aYear } from './a-year.ts';

/** What the pictures are of: ids of applications and tasks, and the number of a filing. */
export type Cast = {
  returned: string;
  filing: string;
  task: string;
  change: string;
  changeTask: string;
  suspended: string;
  suspendedTask: string;
  heldTask: string;
};

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

/** 接口凭证: two programs of the filer's. */
async function programs(filer: Session): Promise<void> {
  for (const name of ['巡检系统', '资产管理系统']) await filer.post('/api/me/api-credentials', { name, validDays: 90 });
}

/** 挂起: the organ wants to see the place first. */
async function aSuspension(filer: Session, reviewer: Session) {
  const application = await submitRegistration(filer, await aUnit(filer), { name: '海岸城购物中心西区视频监控系统' });
  const task = await claimedTaskOf(reviewer, application);
  await reviewer.post(`/api/review/tasks/${task.id}/suspension`, {
    reasonCode: 'site_visit',
    opinion: '约定到现场核对摄像机点位，请安排人员到场。',
    resumeOn: inDays(6),
  });
  return { suspended: application.id, suspendedTask: task.id };
}

/** A colleague has it in hand. */
async function aHeldTask(filer: Session) {
  const application = await submitRegistration(filer, await aUnit(filer), { name: '海岸城购物中心写字楼视频监控系统' });
  const task = await claimedTaskOf(await staff('reviewer-nanshan-2'), application);
  return { heldTask: task.id };
}

async function notices(): Promise<void> {
  await aPublishedNotice({
    title: { zh: '备案平台系统升级公告', en: 'The platform is updated' },
    body: {
      zh: '本周六 22:00 至次日 6:00 系统升级，期间可以查询，不能提交业务。',
      en: 'From Saturday 22:00 to Sunday 6:00 one can look things up, but not submit.',
    },
    pinned: true,
  });
  await aPublishedNotice({
    title: { zh: '关于使用新版图像采集设备信息表的通知', en: 'The new device table' },
    body: { zh: '自即日起请下载新版模板填报。', en: 'Please use the new template from today.' },
    pinned: false,
  });
}

/** A year of work, and who of the organ is away today. */
async function aYearOfWork(): Promise<void> {
  const hand = async (username: string) => {
    const { accountId, staffNo = '' } = await (await staff(username)).get<Me>('/api/me');
    return { accountId, staffNo };
  };
  const [first, second, senior, futian] = [
    await hand('reviewer-nanshan-1'),
    await hand('reviewer-nanshan-2'),
    await hand('senior-nanshan'),
    await hand('reviewer-futian-1'),
  ];
  const { servers } = await runningPlatform();
  await aYear(servers.superuserUrl('beian_filing'), { nanshan: [first, second, senior], futian });
  const lead = await staff('senior-nanshan');
  await lead.post('/api/review/absences', {
    accountId: second.accountId,
    coverAccountId: senior.accountId,
    from: inDays(0),
    until: inDays(2),
  });
}

/** What somebody sees of a filer's data, who can read that they have. */
async function seenBy(reviewer: Session, taskId: string): Promise<void> {
  const { documents } = await reviewer.get<ReviewTaskDetail>(`/api/review/tasks/${taskId}`);
  for (const { id } of documents) await reviewer.bytes(`/api/documents/${id}/content`);
  await reviewer.post(`/api/review/tasks/${taskId}/personal-data`, { purpose: '电话核实安全负责人' });
}

const inDays = (days: number) => beijingDay(new Date(Date.now() + days * 24 * 3600 * 1000));

/** Makes what is to be seen, over HTTP: something to correct, a filing, a change, a transfer, tasks that a reviewer has claimed. */
export async function aCast(): Promise<Cast> {
  const filer = await personal('zhangwei');
  await programs(filer);
  const reviewer = await staff('reviewer-nanshan-1');
  const unit = await aUnit(filer);
  const claimed = async (name: string) => {
    const application = await submitRegistration(filer, unit, { name });
    const task = await claimedTaskOf(reviewer, application);
    return { application, task };
  };
  const wrong = await claimed('海岸城购物中心地下停车场视频监控系统');
  await seenBy(reviewer, wrong.task.id);
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
  const suspended = await aSuspension(filer, reviewer);
  const held = await aHeldTask(filer);
  await notices();
  await aYearOfWork();
  return { returned: wrong.application.id, filing: filing ?? '', task: task.id, ...changed, ...suspended, ...held };
}
