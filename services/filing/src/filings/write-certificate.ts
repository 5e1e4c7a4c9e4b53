import QRCode from 'qrcode';
import type { Actor } from '@beian/service-kit/actor.ts';
import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { onePagePdf, printedTime } from '../papers/one-page-pdf.ts';
import { signedPdf } from '../receipts/signed-pdf.ts';
import { getFiling } from './read-filings.ts';

/**
 * 备案回执 (I23, N7): the filing on one A4 page as PDF. Only for the holder; no personal data. Its QR code leads to the register's answer
 * and carries, behind the `#` that browsers send to nobody, a signed statement of number, status, organ and date, which can be checked
 * without the platform. The file itself is signed too.
 */
export async function writeCertificate(deps: Deps, by: Actor, number: string): Promise<{ name: string; pdf: Buffer }> {
  const filing = await getFiling(deps, by, number);
  const { unit, system } = filing.content;
  const at = deps.clock.now();
  const facts = {
    number,
    status: filing.cancelledAt ? ('cancelled' as const) : ('completed' as const),
    organ: filing.organ,
    registeredAt: filing.registeredAt,
    ...(filing.cancelledAt ? { cancelledAt: filing.cancelledAt } : {}),
  };
  const address = `${deps.publicBaseUrl}/public/verify/${number}`;
  const signed = `${address}#receipt=${await deps.receipts.sign(facts, at)}`;
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
      ['回执签发时间 Issued', printedTime(at.toISOString())],
      ['核验地址 Verification', address],
    ],
    // Low redundancy: the paper is clean, and fewer modules are easier for a phone.
    picture: {
      png: await QRCode.toBuffer(signed, { margin: 2, width: 720, errorCorrectionLevel: 'L' }),
      width: 150,
      link: signed,
    },
    notes: [
      '备案不属于行政审批。扫描二维码或访问核验地址，可核对备案编号、状态、机关和日期；本回执带有数字签名，也可离线核验。',
      'Filing is no approval. The QR code leads to number, status, organ and date. This receipt is signed and can be checked offline too.',
    ],
  });
  return { name: `${number}.pdf`, pdf: await signedPdf(deps.receipts, { pdf, facts, at }) };
}
