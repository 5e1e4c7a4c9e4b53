import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Actor } from '@beian/service-kit/actor.ts';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import type { Application } from '@beian/contracts/applications.ts';
import type { Deps } from '../deps.ts';
import { getApplication } from './list-applications.ts';

const font = fileURLToPath(new URL('../../fonts/noto-sans-sc-400.ttf', import.meta.url));
const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** 受理回执 (I16): one A4 page as PDF with number, unit, system, organ and time of receipt; no personal data. Only for the filer. */
export async function writeReceipt(deps: Deps, by: Actor, id: string): Promise<{ name: string; pdf: Buffer }> {
  const application = await getApplication(deps, by, id);
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    info: { Title: `受理回执 ${application.number}`, CreationDate: new Date(application.submittedAt) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  draw(document, application);
  document.end();
  await ended;
  return { name: `${application.number}.pdf`, pdf: Buffer.concat(chunks) };
}

function draw(document: PDFKit.PDFDocument, application: Application): void {
  const rows: [string, string][] = [
    ['受理号 Acceptance number', application.number],
    ['业务类型 Business', applicationKindLabels[application.kind].zh],
    ['单位名称 Unit', application.unitName],
    ['统一社会信用代码 Credit code', application.uscc],
    ['系统名称 System', application.systemName],
    ['所在地址 Address', `${application.content.system.divisionName}${application.content.system.addressDetail}`],
    ['采集设备数量 Devices', String(application.content.system.deviceCount)],
    ['受理机关 Organ', application.organ.name],
    ['提交时间 Submitted', beijing.format(new Date(application.submittedAt))],
  ];
  document.font(font).fontSize(20).text('公共安全视频图像信息系统备案', { align: 'center' });
  document.fontSize(16).text('受理回执 Receipt', { align: 'center' }).moveDown(1.5);
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
  document.text('本回执仅说明申请已被接收，不代表备案已完成。备案编号在审核通过后生成。', left);
  document.text('This receipt says that the application has been received, not that the filing is complete.', left);
}
