import type { Actor } from '@beian/service-kit/actor.ts';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { onePagePdf, printedTime } from '../papers/one-page-pdf.ts';
import { getApplication } from './list-applications.ts';

/** 受理回执 (I16): one A4 page as PDF with number, unit, system, organ and time of receipt; no personal data. Only for the filer. */
export async function writeReceipt(deps: Deps, by: Actor, id: string): Promise<{ name: string; pdf: Buffer }> {
  const application = await getApplication(deps, by, id);
  const { system } = application.content;
  const pdf = await onePagePdf({
    title: `受理回执 ${application.number}`,
    heading: '受理回执 Receipt',
    createdAt: application.submittedAt,
    rows: [
      ['受理号 Acceptance number', application.number],
      ['业务类型 Business', applicationKindLabels[application.kind].zh],
      ['单位名称 Unit', application.unitName],
      ['统一社会信用代码 Credit code', application.uscc],
      ['系统名称 System', application.systemName],
      ['所在地址 Address', `${system.divisionName}${system.addressDetail}`],
      ['采集设备数量 Devices', String(system.deviceCount)],
      ['受理机关 Organ', application.organ.name],
      ['提交时间 Submitted', printedTime(application.submittedAt)],
    ],
    notes: [
      '本回执仅说明申请已被接收，不代表备案已完成。备案编号在审核通过后生成。',
      'This receipt says that the application has been received, not that the filing is complete.',
    ],
  });
  return { name: `${application.number}.pdf`, pdf };
}
