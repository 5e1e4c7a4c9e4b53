import type { Application } from '@beian/contracts/applications.ts';
import { fixtures } from '../../e2e/journey/registration.ts';
import { expectOf } from '../ledger.ts';
import type { OutcomeName } from '../outcomes.ts';
import { approval, decideOn, filingOf, otherOf, type Stage, submit, until, untilStatus, withdraw } from './stage.ts';

const dismissal = { outcome: 'reject', reasonCode: 'evidence_insufficient', opinion: '证明材料不足以认定。' };
const refusal = { outcome: 'reject', reasonCode: 'not_appealable', opinion: '不属于申诉事项。' };

/** 申诉: the other filer disputes the filing, which is held meanwhile; upheld it is the appellant's. */
export async function playAppeal(stage: Stage, way: OutcomeName<'appeal'>): Promise<void> {
  const { cast, reviewer, ledger } = stage;
  const filingNumber = filingOf(stage);
  const appellant = otherOf(stage.holder);
  const application = await submit(stage, appellant, way, {
    kind: 'appeal',
    ground: 'ownership',
    filingNumber,
    description: '该系统由本人所在单位建设，备案归属有误。',
    evidenceIds: [await cast.filers[appellant].upload('appeal_evidence', fixtures.authorisation)],
  });
  if (way === 'withdrawn') {
    const ask = () => cast.filers[appellant].get<Application>(`/api/applications/${application.id}`);
    const isOpen = ({ timeline }: Application) => timeline.some(({ kind }) => kind === 'validity_opened');
    await until(`${application.number} is not before its organ`, ask, isOpen);
    await withdraw(stage, appellant, application);
    await untilStatus(stage, appellant, application, 'withdrawn');
    return;
  }
  if (way === 'not valid') {
    await decideOn(reviewer, application, 'validity', refusal);
    await untilStatus(stage, appellant, application, 'rejected');
    return;
  }
  await decideOn(reviewer, application, 'validity', approval);
  const proposal = way === 'upheld' ? { ...approval, holderChange: 'appellant' } : dismissal;
  await decideOn(reviewer, application, 'first', proposal);
  await decideOn(cast.senior, application, 'second', way === 'upheld' ? approval : dismissal);
  await untilStatus(stage, appellant, application, 'completed');
  if (way !== 'upheld') return;
  expectOf(ledger, filingNumber, { holder: appellant });
  stage.holder = appellant;
}
