import { describe, expect, it } from 'vitest';
import { emptyLedger, type Accepted } from '../ledger.ts';
import { outcomeOf } from '../outcomes.ts';
import { judge, type Evidence } from './judge.ts';

const accepted = (id: string, kind: 'registration' | 'transfer', way: string): Accepted => ({
  id,
  number: `SL-${id}`,
  kind,
  way,
  expected: outcomeOf(kind, way),
  part: false,
});
const number = '440305000000017';

/** What a run leaves in which a filing was registered and given to 李娜, and all is well. */
function soundEvidence(): Evidence {
  const both = [accepted('r', 'registration', 'approved'), accepted('t', 'transfer', 'accepted')];
  const timeline = both.flatMap(({ id, expected }) =>
    expected.timeline.map(({ entry }, i) => ({ id: `${id}${i}`, applicationId: id, entry })),
  );
  const told = both.flatMap(({ id, expected }) =>
    expected.timeline.map((entry, i) => ({ entryId: `${id}${i}`, rows: entry.told, audiences: entry.told })),
  );
  const filing = { number, registrationId: 'r', status: 'valid', version: 1, organCode: '440305' } as const;
  return {
    ledger: { ...emptyLedger(), accepted: both, filings: new Map([[number, { ...filing, holder: 'lina' as const }]]) },
    accounts: { zhangwei: 'account-z', lina: 'account-l' },
    facts: {
      applications: both.map(({ id, number: of, kind }) => ({
        id,
        number: of,
        kind,
        status: 'completed',
        part: false,
      })),
      timeline,
      filings: [{ ...filing, versions: 1, holders: ['account-l'], taken: 0 }],
      notifications: told,
      register: [{ number, version: 1, organCode: '440305', cancelled: false }],
      documents: [{ id: 'd', ownerAccountId: 'account-z', sha256: '0', kept: true }],
      namedDocuments: ['d'],
      unsent: [{ service: 'filing', rows: 0, parked: 0, given_up: 0 }],
    },
    runs: both.map(({ id }) => ({ workflowId: id, status: 'COMPLETED', result: 'completed' })),
    backlog: [{ consumer: 'notifications', pending: 0, unacknowledged: 0 }],
    fallen: [],
    unreadable: [],
    brokenChains: [],
  };
}

/** The first of a list that a sound run leaves. */
const first = <T>([one]: T[]): T => {
  if (one === undefined) throw new Error('there is none');
  return one;
};

describe('the verdict on a chaos run', () => {
  it('finds nothing where all is well', () => {
    expect(judge(soundEvidence())).toEqual([]);
  });

  it.each<[what: string, kind: string, plant: (evidence: Evidence) => void]>([
    ['an application that is gone', 'lost', ({ facts }) => void facts.applications.shift()],
    ['a filing that is gone', 'lost', ({ facts }) => void facts.filings.pop()],
    ['a filing that nobody holds', 'lost', ({ facts }) => void first(facts.filings).holders.pop()],
    ['an entry of a timeline that is gone', 'lost', ({ facts }) => void facts.timeline.pop()],
    ['a notification that is gone', 'lost', ({ facts }) => void facts.notifications.shift()],
    ['a recipient who is not told', 'lost', ({ facts }) => (first(facts.notifications.slice(-1)).audiences = 1)],
    ['a filing that the public does not find', 'lost', ({ facts }) => void facts.register.pop()],
    ['a document that is gone', 'lost', ({ facts }) => void facts.documents.pop()],
    ['a document in use that the sweep would take', 'lost', ({ facts }) => (first(facts.documents).kept = false)],
    ['a document whose bytes are gone', 'lost', ({ unreadable }) => void unreadable.push('d')],
    ['an event that a consumer gave up', 'lost', ({ facts }) => (first(facts.unsent).given_up = 1)],
    ['a workflow that was never started', 'lost', ({ runs }) => void runs.pop()],
    ['an application that was opened twice', 'doubled', again(({ facts }) => facts.applications, { id: 'again' })],
    ['a filing of no registration', 'doubled', again(({ facts }) => facts.filings, { number: '440305000000025' })],
    ['a number that was given twice', 'doubled', again(({ facts }) => facts.filings, {})],
    ['a filing with two holders', 'doubled', ({ facts }) => void first(facts.filings).holders.push('account-z')],
    ['a step that was taken twice', 'doubled', again(({ facts }) => facts.timeline, {})],
    ['a notification that came twice', 'doubled', ({ facts }) => (first(facts.notifications).rows = 2)],
    ['a workflow that was started twice', 'doubled', again(({ runs }) => runs, {})],
    ['an application that has not ended', 'stuck', ({ facts }) => (first(facts.applications).status = 'in_review')],
    ['a workflow that has not ended', 'stuck', ({ runs }) => (first(runs).status = 'RUNNING')],
    ['a filing that stays occupied', 'stuck', ({ facts }) => (first(facts.filings).taken = 1)],
    ['a message that is not sent', 'stuck', ({ facts }) => (first(facts.unsent).rows = 1)],
    ['an event that is not handled', 'stuck', ({ backlog }) => (first(backlog).pending = 1)],
    ['a service that hears of nothing any more', 'stuck', ({ backlog }) => (first(backlog).missing = true)],
    ['an application that ended otherwise', 'wrong', ({ facts }) => (first(facts.applications).status = 'rejected')],
    ['a workflow that failed', 'wrong', ({ runs }) => (first(runs).status = 'FAILED')],
    ['a workflow that ended otherwise', 'wrong', ({ runs }) => (first(runs).result = 'withdrawn')],
    ['a filing in the wrong hands', 'wrong', ({ facts }) => (first(facts.filings).holders = ['account-z'])],
    ['a filing that is cancelled', 'wrong', ({ facts }) => (first(facts.filings).status = 'cancelled')],
    ['a register that is behind', 'wrong', ({ facts }) => (first(facts.register).cancelled = true)],
    ['an audit chain that does not hold', 'wrong', ({ brokenChains }) => void brokenChains.push('filing')],
    ['a component that fell by itself', 'wrong', ({ fallen }) => void fallen.push('filing')],
    ['an answer that no client expects', 'wrong', ({ ledger }) => ledger.fail({ case: '1', says: '409' })],
  ])('reports %s as %s', (_what, kind, plant) => {
    const evidence = soundEvidence();
    plant(evidence);
    expect(judge(evidence).map((one) => one.what)).toContain(kind);
  });
});

/** Plants a copy of the first of a list, changed so. */
function again<T extends object>(listOf: (evidence: Evidence) => T[], change: Partial<T>) {
  return (evidence: Evidence): void => {
    const list = listOf(evidence);
    list.push({ ...first(list), ...change });
  };
}
