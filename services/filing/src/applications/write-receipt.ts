import type { Actor } from '@beian/service-kit/actor.ts';
import { applicationKindLabels, statusLabelOf } from '@beian/contracts/vocabulary.ts';
import type { Application } from '@beian/contracts/applications.ts';
import type { Deps } from '../deps.ts';
import { printedTime, type OnePage } from '../papers/one-page-pdf.ts';
import { signedReceipt } from '../receipts/signed-receipt.ts';
import { transferReceipt } from '../transfers/transfer-receipt.ts';
import { linesOfChange } from '../changes/change-receipt.rules.ts';
import { getApplication } from './list-applications.ts';

/** A line of what there is: an appeal need not name a unit and a system. */
const row = (label: string, value: string | undefined): [string, string][] => (value ? [[label, value]] : []);

/**
 * 受理回执 (I16, N7): one signed A4 page as PDF with number, unit, system, organ and time of receipt; no personal data. Only for the filer.
 * Of a transfer that is done it is the 移交回执 (I50), the same for both parties; of a change it says how each organ has decided (N12).
 */
export async function writeReceipt(deps: Deps, by: Actor, id: string): Promise<{ name: string; pdf: Buffer }> {
  const application = await getApplication(deps, by, id);
  const handedOver = application.kind === 'transfer' && application.status === 'completed';
  const page = handedOver ? await transferReceipt(deps, id) : receiptOf(application);
  const { number, status, organ, submittedAt } = application;
  return { name: `${number}.pdf`, pdf: await signedReceipt(deps, { number, status, organ, submittedAt }, page) };
}

function receiptOf(application: Application): OnePage {
  const changed = application.kind === 'change';
  const system = changed ? undefined : application.content?.system;
  return {
    title: `受理回执 ${application.number}`,
    heading: '受理回执 Receipt',
    createdAt: application.submittedAt,
    rows: [
      ['受理号 Acceptance number', application.number],
      ['业务类型 Business', applicationKindLabels[application.kind].zh],
      ['状态 Status', statusLabelOf(application.kind, application.status).zh],
      ...row('单位名称 Unit', application.unitName),
      ...row('统一社会信用代码 Credit code', application.uscc),
      ...(changed ? linesOfChange(application) : row('系统名称 System', application.systemName)),
      ...row('所在地址 Address', system && `${system.divisionName}${system.addressDetail}`),
      ...row('采集设备数量 Devices', system && String(system.deviceCount)),
      ...row('备案编号 Filing number', application.appeal?.filingNumber),
      ...row('受理机关 Organ', changed ? undefined : application.organ.name),
      ['提交时间 Submitted', printedTime(application.submittedAt)],
    ],
    notes: notesOf(application),
  };
}

const notesOf = ({ kind }: Application): string[] =>
  kind === 'registration'
    ? [
        '本回执仅说明申请已被接收，不代表备案已完成。备案编号在审核通过后生成。',
        'This receipt says that the application has been received, not that the filing is complete.',
      ]
    : [
        '本回执仅说明申请已被接收及其目前的办理情况，经审核通过后方可生效。',
        'This receipt says that the application has been received and how it stands; it takes effect when approved.',
      ];
