import type { Actor } from '@beian/service-kit/actor.ts';
import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { printedTime } from '../papers/one-page-pdf.ts';
import { signedReceipt } from '../receipts/signed-receipt.ts';
import { getFiling } from './read-filings.ts';

/** 备案回执 (I23, N7): the filing on one signed A4 page as PDF. Only for the holder; no personal data. */
export async function writeCertificate(deps: Deps, by: Actor, number: string): Promise<{ name: string; pdf: Buffer }> {
  const filing = await getFiling(deps, by, number);
  const { unit, system } = filing.content;
  const facts = {
    number,
    status: filing.cancelledAt ? ('cancelled' as const) : ('completed' as const),
    organ: filing.organ,
    registeredAt: filing.registeredAt,
    ...(filing.cancelledAt ? { cancelledAt: filing.cancelledAt } : {}),
  };
  const pdf = await signedReceipt(deps, facts, {
    title: `备案回执 ${number}`,
    heading: '备案回执 Certificate of filing',
    createdAt: filing.registeredAt,
    rows: [
      ['备案编号 Filing number', number],
      ['状态 Status', filingStatusLabels[filing.status].zh],
      ['单位名称 Unit', unit.name],
      ['统一社会信用代码 Credit code', unit.uscc],
      ['系统名称 System', system.name],
      ['所在地址 Address', `${system.divisionName}${system.addressDetail}`],
      ['采集设备数量 Devices', String(system.deviceCount)],
      ['备案机关 Organ', filing.organ.name],
      ['备案时间 Registered', printedTime(filing.registeredAt)],
    ],
    notes: ['备案不属于行政审批。', 'Filing is no approval.'],
  });
  return { name: `${number}.pdf`, pdf };
}
