import type { Actor } from '@beian/service-kit/actor.ts';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import type { Application } from '@beian/contracts/applications.ts';
import type { Deps } from '../deps.ts';
import { transferReceipt } from '../transfers/transfer-receipt.ts';
import { getApplication } from './list-applications.ts';
import { moment, receiptPage, type Receipt } from './receipt-page.ts';

/**
 * 受理回执 (I16): one A4 page as PDF with number, unit, system, organ and time of receipt; no personal data. Only for the filer. Of a
 * transfer that is done it is the 移交回执 (I50), the same for both parties.
 */
export async function writeReceipt(deps: Deps, by: Actor, id: string): Promise<{ name: string; pdf: Buffer }> {
  const application = await getApplication(deps, by, id);
  const handedOver = application.kind === 'transfer' && application.status === 'completed';
  const receipt = handedOver ? await transferReceipt(deps, id) : receiptOf(application);
  return { name: `${application.number}.pdf`, pdf: await receiptPage(receipt) };
}

const receiptOf = (application: Application): Receipt => ({
  title: '受理回执 Receipt',
  number: application.number,
  at: new Date(application.submittedAt),
  rows: [
    ['受理号 Acceptance number', application.number],
    ['业务类型 Business', applicationKindLabels[application.kind].zh],
    ['单位名称 Unit', application.unitName],
    ['统一社会信用代码 Credit code', application.uscc],
    ['系统名称 System', application.systemName],
    ['所在地址 Address', `${application.content.system.divisionName}${application.content.system.addressDetail}`],
    ['采集设备数量 Devices', String(application.content.system.deviceCount)],
    ['受理机关 Organ', application.organ.name],
    ['提交时间 Submitted', moment(new Date(application.submittedAt))],
  ],
  remarks: [
    '本回执仅说明申请已被接收，不代表备案已完成。备案编号在审核通过后生成。',
    'This receipt says that the application has been received, not that the filing is complete.',
  ],
});
