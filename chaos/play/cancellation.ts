import { fixtures } from '../../e2e/journey/registration.ts';
import { expectOf } from '../ledger.ts';
import type { OutcomeName } from '../outcomes.ts';
import {
  approval,
  decideOn,
  filingOf,
  rejectInReview,
  type Stage,
  submit,
  untilStatus,
  withdrawInReview,
} from './stage.ts';

/** 注销: an approved one ends the filing. */
export async function playCancellation(stage: Stage, way: OutcomeName<'cancellation'>): Promise<void> {
  const { cast, holder: filer, reviewer, ledger } = stage;
  const filingNumber = filingOf(stage);
  const authorisationId = await cast.filers[filer].upload('cancellation_authorisation', fixtures.authorisation);
  const application = await submit(stage, filer, way, {
    kind: 'cancellation',
    filingNumber,
    reason: '系统已拆除',
    authorisationId,
    confirmed: true,
  });
  switch (way) {
    case 'withdrawn':
      return withdrawInReview(stage, filer, application);
    case 'rejected':
      return rejectInReview(stage, filer, application);
    case 'approved':
      await decideOn(reviewer, application, 'first', approval);
      await untilStatus(stage, filer, application, 'completed');
      expectOf(ledger, filingNumber, { status: 'cancelled' });
  }
}
