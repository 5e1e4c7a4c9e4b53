import { fixtures } from '../../e2e/journey/registration.ts';
import { personOf } from '../../e2e/journey/transfer.ts';
import { expectOf } from '../ledger.ts';
import type { OutcomeName } from '../outcomes.ts';
import {
  approval,
  decideOn,
  filingOf,
  otherOf,
  rejectInReview,
  returnAndCorrect,
  type Stage,
  submit,
  untilStatus,
  withdrawInReview,
} from './stage.ts';

/** 移交: with the acceptance the other filer holds the filing and goes on with the case. */
export async function playTransfer(stage: Stage, way: OutcomeName<'transfer'>): Promise<void> {
  const { cast, holder: filer, reviewer, ledger } = stage;
  const filingNumber = filingOf(stage);
  const recipient = otherOf(filer);
  const { name, idNumber } = personOf(recipient);
  const application = await submit(stage, filer, way, {
    kind: 'transfer',
    filingNumber,
    recipientName: name,
    recipientIdNumber: idNumber,
    description: '物业管理单位变更',
    formId: await cast.filers[filer].upload('transfer_form', fixtures.authorisation),
    confirmed: true,
  });
  if (way === 'withdrawn') return withdrawInReview(stage, filer, application);
  if (way === 'rejected') return rejectInReview(stage, filer, application);
  if (way === 'corrected') {
    const corrected = { transfer: { description: '物业服务合同到期' } };
    await returnAndCorrect(stage, filer, application, { field: 'transfer.description', corrected });
  }
  await decideOn(reviewer, application, 'first', approval);
  await decideOn(cast.senior, application, 'second', approval);
  await untilStatus(stage, filer, application, 'awaiting_recipient');
  if (way === 'revoked') {
    await cast.filers[filer].post(`/api/transfers/${application.id}/revocation`);
    await untilStatus(stage, filer, application, 'revoked');
    return;
  }
  const accept = way !== 'declined';
  await cast.filers[recipient].post(`/api/transfers/${application.id}/answer`, { accept });
  await untilStatus(stage, filer, application, accept ? 'completed' : 'declined');
  if (!accept) return;
  expectOf(ledger, filingNumber, { holder: recipient });
  stage.holder = recipient;
}
