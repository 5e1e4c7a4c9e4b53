import { aSystem, fixtures } from '../../e2e/journey/registration.ts';
import type { OutcomeName } from '../outcomes.ts';
import { approval, decideOn, rejection, returnAndCorrect, type Stage, submit, untilStatus, withdraw } from './stage.ts';

/** 备案登记: of an approved one the filing comes, which the case is about from then on. */
export async function playRegistration(stage: Stage, way: OutcomeName<'registration'>): Promise<void> {
  const { cast, holder: filer, reviewer, name } = stage;
  const deviceTableId = await cast.filers[filer].upload('device_table', fixtures.deviceTable);
  const application = await submit(stage, filer, way, {
    kind: 'registration',
    unitId: stage.unitOf(filer),
    system: { ...aSystem(deviceTableId), name: `视频监控系统 ${name}` },
    truthful: true,
  });
  switch (way) {
    case 'withdrawn':
      await untilStatus(stage, filer, application, 'in_review');
      await withdraw(stage, filer, application);
      return;
    case 'withdrawn at once':
      await withdraw(stage, filer, application);
      return;
    case 'rejected':
      return decideOn(reviewer, application, 'first', rejection);
    case 'corrected':
      await returnAndCorrect(stage, filer, application, {
        field: 'system.retentionDays',
        corrected: { system: { retentionDays: 90 } },
      });
      break;
    case 'approved':
      break;
  }
  await decideOn(reviewer, application, 'first', approval);
  const { filingNumbers } = await untilStatus(stage, filer, application, 'completed');
  const [number = ''] = filingNumbers;
  const { id: registrationId } = application;
  const expected = { number, registrationId, holder: filer, status: 'valid', version: 1, organCode: '440305' } as const;
  stage.ledger.filings.set(number, expected);
  stage.filings.push(number);
}
