import { fixtures } from '../../e2e/journey/registration.ts';
import { expectOf } from '../ledger.ts';
import type { OutcomeName } from '../outcomes.ts';
import { approval, decideOn, filingOf, rejection, type Stage, submit, untilStatus, withdraw } from './stage.ts';

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
      await untilStatus(stage, filer, application, 'in_review');
      await withdraw(stage, filer, application);
      await untilStatus(stage, filer, application, 'withdrawn');
      return;
    case 'rejected':
      await decideOn(reviewer, application, 'first', rejection);
      await untilStatus(stage, filer, application, 'rejected');
      return;
    case 'approved':
      await decideOn(reviewer, application, 'first', approval);
      await untilStatus(stage, filer, application, 'completed');
      expectOf(ledger, filingNumber, { status: 'cancelled' });
  }
}
