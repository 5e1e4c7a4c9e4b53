import QRCode from 'qrcode';
import type { Deps } from '../deps.ts';
import { onePagePdf, printedTime, type OnePage } from '../papers/one-page-pdf.ts';
import type { Facts } from './receipt-signer.ts';
import { signedPdf } from './signed-pdf.ts';

/**
 * A paper of the platform's that can be checked (N7). Its QR code leads to the platform's answer and carries, behind the `#` that browsers
 * send to nobody, a signed statement of number, status, organ and date, which can be checked without the platform. The file itself is
 * signed too.
 */
export async function signedReceipt(
  deps: Pick<Deps, 'clock' | 'publicBaseUrl' | 'receipts'>,
  facts: Facts,
  page: Omit<OnePage, 'picture'>,
): Promise<Buffer> {
  const at = deps.clock.now();
  const address = `${deps.publicBaseUrl}/public/verify/${facts.number}`;
  const signed = `${address}#receipt=${await deps.receipts.sign(facts, at)}`;
  const pdf = await onePagePdf({
    ...page,
    rows: [...page.rows, ['回执签发时间 Issued', printedTime(at.toISOString())], ['核验地址 Verification', address]],
    // Low redundancy: the paper is clean, and fewer modules are easier for a phone.
    picture: {
      png: await QRCode.toBuffer(signed, { margin: 2, width: 720, errorCorrectionLevel: 'L' }),
      width: 150,
      link: signed,
    },
    notes: [
      ...page.notes,
      '扫描二维码可核对编号、状态、机关和日期；本回执带有数字签名，也可离线核验。',
      'The QR code leads to number, status, organ and date. This receipt is signed and can be checked offline too.',
    ],
  });
  return signedPdf(deps.receipts, { pdf, facts, at });
}
