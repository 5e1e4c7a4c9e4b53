import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const font = fileURLToPath(new URL('../../fonts/noto-sans-sc-400.ttf', import.meta.url));
const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

export type Receipt = {
  /** In Chinese and English, e.g. `受理回执 Receipt`. */
  title: string;
  number: string;
  /** When what it says happened. */
  at: Date;
  rows: [label: string, value: string][];
  remarks: string[];
};

/** A moment as a receipt says it, Beijing time. */
export const moment = (at: Date): string => beijing.format(at);

/** A receipt as one A4 page of PDF. */
export async function receiptPage(receipt: Receipt): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    info: { Title: `${receipt.title.split(' ')[0]} ${receipt.number}`, CreationDate: receipt.at },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  draw(document, receipt);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(document: PDFKit.PDFDocument, { title, rows, remarks }: Receipt): void {
  document.font(font).fontSize(20).text('公共安全视频图像信息系统备案', { align: 'center' });
  document.fontSize(16).text(title, { align: 'center' }).moveDown(1.5);
  document.fontSize(11);
  const left = document.page.margins.left;
  for (const [label, value] of rows) {
    const top = document.y;
    document.fillColor('#555').text(label, left, top, { width: 170 });
    const below = document.y;
    document.fillColor('#000').text(value, left + 180, top, { width: 290 });
    document.y = Math.max(below, document.y) + 8;
  }
  document.moveDown(1).fillColor('#555').fontSize(10);
  for (const remark of remarks) document.text(remark, left);
}
