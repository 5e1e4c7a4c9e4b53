import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { maskIdNumber, maskName } from '@beian/service-kit/masking.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { personalOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { printedTime, type OnePage } from '../papers/one-page-pdf.ts';
import { signedReceipt } from '../receipts/signed-receipt.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/** 移交回执 (I50, N7) for the recipient: the account that accepted. Before that, and for anybody else, `not-found`. */
export async function writeTransferReceipt(
  deps: Deps,
  by: Actor,
  applicationId: string,
): Promise<{ name: string; pdf: Buffer }> {
  const { accountId } = requireFiler(by);
  const accepted = { applicationId, accountId, outcome: 'accepted', appliedAt: { $ne: null } } as const;
  if ((await deps.orm.em.fork().count(TransferOutcomeEntity, accepted)) === 0) throw problem('not-found');
  const { number, status, organCode, organName, submittedAt } = await deps.orm.em
    .fork()
    .findOneOrFail(ApplicationEntity, { id: applicationId });
  const facts = {
    number,
    status,
    organ: { code: organCode, name: organName },
    submittedAt: submittedAt.toISOString(),
  };
  return { name: `${number}.pdf`, pdf: await signedReceipt(deps, facts, await transferReceipt(deps, applicationId)) };
}

/** What both parties keep of a completed transfer: people masked, for a receipt is shown around. */
export async function transferReceipt(deps: Deps, applicationId: string): Promise<OnePage> {
  const em = deps.orm.em.fork();
  const application = await em.findOneOrFail(ApplicationEntity, { id: applicationId });
  const { filingNumber } = await em.findOneOrFail(ApplicationFiling, { applicationId });
  const { fromName } = await em.findOneOrFail(TransferEntity, { applicationId });
  const { appliedAt } = await em.findOneOrFail(TransferOutcomeEntity, { applicationId });
  const version = await em.findOneOrFail(ApplicationVersion, { applicationId, number: application.version });
  const { recipient } = personalOf(deps, version);
  const at = (appliedAt ?? application.updatedAt).toISOString();
  return {
    title: `移交回执 ${application.number}`,
    heading: '移交回执 Receipt of transfer',
    createdAt: at,
    rows: [
      ['受理号 Acceptance number', application.number],
      ['备案编号 Filing number', filingNumber],
      ['单位名称 Unit', application.unitName ?? '–'],
      ['统一社会信用代码 Credit code', application.uscc ?? '–'],
      ['系统名称 System', application.systemName ?? '–'],
      ['备案机关 Organ', application.organName],
      ['移出方 From', fromName ?? '–'],
      ['移入人 To', recipient ? `${maskName(recipient.name)} ${maskIdNumber(recipient.idNumber)}` : '–'],
      ['提交时间 Submitted', printedTime(application.submittedAt.toISOString())],
      ['移交完成时间 Handed over', printedTime(at)],
    ],
    notes: [
      '移交已完成。移出方自移交完成之时起不再具有该备案的操作权限。',
      'The transfer is complete. From that moment on the initiator has no right over the filing.',
    ],
  };
}
