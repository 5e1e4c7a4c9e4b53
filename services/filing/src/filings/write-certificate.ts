import QRCode from 'qrcode';
import type { Actor } from '@beian/service-kit/actor.ts';
import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { onePagePdf, printedTime } from '../papers/one-page-pdf.ts';
import { getFiling } from './read-filings.ts';

/** 备案回执 (I23): the filing on one A4 page as PDF, with a QR code by which anybody can check number, status, organ and date. Only for the holder; no personal data. */
export async function writeCertificate(deps: Deps, by: Actor, number: string): Promise<{ name: string; pdf: Buffer }> {
  const filing = await getFiling(deps, by, number);
  const { unit, system } = filing.content;
  const address = `${deps.publicBaseUrl}/public/verify/${number}`;
  const pdf = await onePagePdf({
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
      ['核验地址 Verification', address],
    ],
    picture: await QRCode.toBuffer(address, { margin: 1, width: 480 }),
    notes: [
      '备案不属于行政审批。扫描二维码或访问核验地址，可核对备案编号、状态、机关和日期。',
      'Filing is no approval. The QR code leads to the number, its status, organ and date.',
    ],
  });
  return { name: `${number}.pdf`, pdf };
}
