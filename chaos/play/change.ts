import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import { fixtures } from '../../e2e/journey/registration.ts';
import { pick } from '../draw.ts';
import { expectOf } from '../ledger.ts';
import { partOutcomes, type OutcomeName } from '../outcomes.ts';
import {
  approval,
  decideOn,
  filingOf,
  rejectInReview,
  rejection,
  returnAndCorrect,
  type Stage,
  submit,
  untilStatus,
  withdrawInReview,
} from './stage.ts';

/** 变更: an approved one makes the next version of the filing. */
export async function playChange(stage: Stage, way: OutcomeName<'change'>): Promise<void> {
  const { holder: filer, reviewer, ledger } = stage;
  if (way === 'in parts') return playParts(stage);
  const number = filingOf(stage);
  const version = ledger.filings.get(number)?.version ?? 0;
  const application = await submitChange(stage, way, {
    filingNumbers: [number],
    system: { retentionDays: 90 + version },
  });
  switch (way) {
    case 'withdrawn':
      return withdrawInReview(stage, filer, application);
    case 'rejected':
      return rejectInReview(stage, filer, application);
    case 'corrected':
      await returnAndCorrect(stage, filer, application, {
        field: 'change.explanation',
        corrected: { change: { explanation: '存储设备已更换' } },
      });
      break;
    case 'approved':
      break;
  }
  await decideOn(reviewer, application, 'first', approval);
  await untilStatus(stage, filer, application, 'completed');
  expectOf(ledger, number, { version: version + 1 });
}

async function submitChange(stage: Stage, way: string, asked: Record<string, unknown>): Promise<ApplicationSummary> {
  const authorisationId = await stage.cast.filers[stage.holder].upload('change_authorisation', fixtures.authorisation);
  const papers = { explanation: '存储设备扩容', authorisationId, proofIds: [] };
  return submit(stage, stage.holder, way, { kind: 'change', ...asked, ...papers, truthful: true });
}

/** Of two filings one moves to Futian, whose organ decides about it alone: the seed says how. */
async function playParts(stage: Stage): Promise<void> {
  const { seed, name, cast, ledger, holder: filer } = stage;
  const filingNumbers = stage.filings.slice(-2);
  const [stays = '', moves = ''] = filingNumbers;
  const versionOf = (number: string) => ledger.filings.get(number)?.version ?? 0;
  const elsewhere = { countyCode: '440304', streetCode: null, addressDetail: '福华一路 1 号' };
  const application = await submitChange(stage, 'in parts', {
    filingNumbers,
    system: { retentionDays: 200 },
    perFiling: [{ filingNumber: moves, system: elsewhere }],
  });
  const { parts = [] } = await cast.filers[filer].get<Application>(`/api/applications/${application.id}`);
  const futianDecides = pick<'approved' | 'rejected'>(seed, `${name} Futian`, ['approved', 'rejected']);
  for (const { id, number, organ } of parts) {
    const way = organ.code === '440304' ? futianDecides : 'approved';
    ledger.accepted.push({ id, number, kind: 'change', way: `part ${way}`, expected: partOutcomes[way], part: true });
  }
  await Promise.all(
    parts.map((part) =>
      part.organ.code === '440304'
        ? decideOn(cast.futian, part, 'first', futianDecides === 'approved' ? approval : rejection)
        : decideOn(stage.reviewer, part, 'first', approval),
    ),
  );
  await untilStatus(stage, filer, application, 'completed');
  expectOf(ledger, stays, { version: versionOf(stays) + 1 });
  if (futianDecides === 'approved') expectOf(ledger, moves, { version: versionOf(moves) + 1, organCode: '440304' });
}
