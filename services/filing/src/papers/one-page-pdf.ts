import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const font = fileURLToPath(new URL('../../fonts/noto-sans-sc-400.ttf', import.meta.url));
const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** A time as the papers print it, in Beijing. */
export const printedTime = (at: string): string => beijing.format(new Date(at));

export type OnePage = {
  /** Of the file, and the heading under the platform's name. */
  title: string;
  heading: string;
  createdAt: string;
  rows: readonly (readonly [label: string, value: string])[];
  /** What the paper says and does not say. */
  notes: readonly string[];
  /** A picture below the rows: a QR code, so wide in points, and where a click on it leads. */
  picture?: { png: Buffer; width: number; link: string };
};

/** One A4 page as PDF: a table of labels and values, with the CJK font that is shipped. */
export async function onePagePdf(page: OnePage): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    info: { Title: page.title, CreationDate: new Date(page.createdAt) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  draw(document, page);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(document: PDFKit.PDFDocument, { heading, rows, notes, picture }: OnePage): void {
  document.font(font).fontSize(20).text('公共安全视频图像信息系统备案', { align: 'center' });
  document.fontSize(16).text(heading, { align: 'center' }).moveDown(1.5);
  document.fontSize(11);
  const left = document.page.margins.left;
  for (const [label, value] of rows) {
    const top = document.y;
    document.fillColor('#555').text(label, left, top, { width: 170 });
    const below = document.y;
    document.fillColor('#000').text(value, left + 180, top, { width: 290 });
    document.y = Math.max(below, document.y) + 8;
  }
  if (picture) {
    const { png, width, link } = picture;
    const { height, margins } = document.page;
    // An image does not turn the page by itself.
    if (document.y + width > height - margins.bottom) document.addPage();
    document.moveDown(1).image(png, left, document.y, { width, link });
    document.y += width + 8;
  }
  document.moveDown(1).fillColor('#555').fontSize(10);
  for (const note of notes) document.text(note, left);
}
