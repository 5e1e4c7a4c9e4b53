import type { Component } from '../kills.ts';
import type { Accepted, ExpectedFiling, Ledger } from '../ledger.ts';
import type { Filer } from '../plan.ts';
import type { Backlog, Run } from './engine.ts';
import type { Facts } from './facts.ts';

/** `lost`: promised and not there. `doubled`: there twice. `stuck`: has not ended. `wrong`: has ended otherwise than it must. */
export const kindsOfDamage = ['lost', 'doubled', 'stuck', 'wrong'] as const;
export type Damage = { what: (typeof kindsOfDamage)[number]; subject: string; says: string };

export type Evidence = {
  ledger: Ledger;
  accounts: Record<Filer, string>;
  facts: Facts;
  runs: Run[];
  backlog: Backlog[];
  /** Components that ended without having been killed. */
  fallen: Component[];
  /** Ids of documents whose bytes are not those that were uploaded, or cannot be read. */
  unreadable: string[];
  /** Audit chains that do not hold. */
  brokenChains: string[];
};

/** Holds what the platform promised against what its databases say. Pure: the same evidence is always the same verdict. */
export function judge(evidence: Evidence): Damage[] {
  return [
    ...failures(evidence),
    ...applications(evidence),
    ...timelines(evidence),
    ...workflows(evidence),
    ...filings(evidence),
    ...register(evidence),
    ...documents(evidence),
    ...unsent(evidence),
  ];
}

const lost = (subject: string, says: string): Damage => ({ what: 'lost', subject, says });
const doubled = (subject: string, says: string): Damage => ({ what: 'doubled', subject, says });
const stuck = (subject: string, says: string): Damage => ({ what: 'stuck', subject, says });
const wrong = (subject: string, says: string): Damage => ({ what: 'wrong', subject, says });

const failures = ({ ledger, fallen, brokenChains }: Evidence): Damage[] => [
  ...ledger.failures.map((one) => (one.says.startsWith('stuck') ? stuck : wrong)(one.case, one.says)),
  ...fallen.map((component) => wrong(component, 'ended without having been killed')),
  ...brokenChains.map((service) => wrong(service, 'its audit chain does not hold')),
];

function applications({ ledger, facts }: Evidence): Damage[] {
  const stored = new Map(facts.applications.map((one) => [one.id, one]));
  const accepted = new Set(ledger.accepted.map((one) => one.id));
  const damage = ledger.accepted.flatMap((one) => {
    const found = stored.get(one.id);
    const subject = nameOf(one);
    if (!found) return [lost(subject, 'was accepted and is not in the database')];
    if (found.status === one.expected.status) return [];
    const says = `is ${found.status} and must be ${one.expected.status}`;
    return [unfinished.has(found.status) ? stuck(subject, says) : wrong(subject, says)];
  });
  const unknown = facts.applications.filter((one) => !accepted.has(one.id));
  return [...damage, ...unknown.map((one) => doubled(one.number, `is one more ${one.kind} than were accepted`))];
}

const unfinished = new Set([
  'submitted',
  'in_review',
  'returned',
  'resubmitted',
  'second_review',
  'valid',
  'awaiting_recipient',
]);

function timelines({ ledger, facts }: Evidence): Damage[] {
  const told = new Map(facts.notifications.map((one) => [one.entryId, one]));
  return ledger.accepted.flatMap((one) => {
    const subject = nameOf(one);
    const found = facts.timeline.filter((entry) => entry.applicationId === one.id);
    const { timeline, perhaps = [] } = one.expected;
    const damage: Damage[] = [];
    for (const entry of new Set([...timeline, ...found].map((each) => each.entry))) {
      const must = timeline.filter((each) => each.entry === entry);
      const are = found.filter((each) => each.entry === entry);
      const says = `has ${are.length} entries ${entry} and must have ${must.length}`;
      if (are.length > must.length) damage.push(doubled(subject, says));
      if (are.length < must.length && !perhaps.includes(entry)) damage.push(lost(subject, says));
      const audiences = must[0]?.told ?? 0;
      for (const each of are) damage.push(...notified(subject, entry, { audiences, told: told.get(each.id) }));
    }
    return damage;
  });
}

function notified(
  subject: string,
  entry: string,
  { audiences, told }: { audiences: number; told: Facts['notifications'][number] | undefined },
): Damage[] {
  const { rows = 0, audiences: reached = 0 } = told ?? {};
  if (reached < audiences) return [lost(subject, `of ${entry} ${reached} are notified and ${audiences} must be`)];
  if (rows > audiences) return [doubled(subject, `of ${entry} there are ${rows} notifications for ${audiences}`)];
  return [];
}

function workflows({ ledger, runs }: Evidence): Damage[] {
  const of = Map.groupBy(runs, (run) => run.workflowId);
  const accepted = new Set(ledger.accepted.map((one) => one.id));
  const damage = ledger.accepted.flatMap((one) => {
    const subject = nameOf(one);
    const [run, ...more] = of.get(one.id) ?? [];
    if (!run) return [lost(subject, 'has no workflow')];
    if (more.length > 0) return [doubled(subject, `has ${more.length + 1} workflows`)];
    if (run.status === 'RUNNING') return [stuck(subject, 'has a workflow that still runs')];
    if (run.status !== 'COMPLETED') return [wrong(subject, `has a workflow that is ${run.status}`)];
    const says = `has a workflow that ended ${run.result} and must end ${one.expected.status}`;
    return run.result === one.expected.status ? [] : [wrong(subject, says)];
  });
  const unknown = runs.filter((run) => !accepted.has(run.workflowId));
  return [...damage, ...unknown.map((run) => doubled(run.workflowId, 'is a workflow of no application'))];
}

function filings({ ledger, facts, accounts }: Evidence): Damage[] {
  const expected = [...ledger.filings.values()];
  const damage = expected.flatMap((one) => {
    const found = facts.filings.filter((filing) => filing.number === one.number);
    const [filing] = found;
    if (!filing) return [lost(one.number, 'is not in the database')];
    if (found.length > 1) return [doubled(one.number, `was given ${found.length} times`)];
    return differences(one, filing, accounts);
  });
  const numbers = new Set(expected.map((one) => one.number));
  const unknown = facts.filings.filter((filing) => !numbers.has(filing.number));
  return [...damage, ...unknown.map((one) => doubled(one.number, 'is a filing that no registration came to'))];
}

function differences(one: ExpectedFiling, filing: Facts['filings'][number], accounts: Record<Filer, string>): Damage[] {
  const is = (what: string, found: unknown, must: unknown) =>
    found === must ? [] : [wrong(one.number, `${what} is ${String(found)} and must be ${String(must)}`)];
  const [holder, ...others] = filing.holders;
  return [
    ...(others.length > 0 ? [doubled(one.number, `has ${filing.holders.length} holders`)] : []),
    ...(holder === undefined ? [lost(one.number, 'has no holder')] : is('holder', holder, accounts[one.holder])),
    ...is('registration', filing.registrationId, one.registrationId),
    ...is('status', filing.status, one.status),
    ...is('version', filing.version, one.version),
    ...is('number of versions', filing.versions, one.version),
    ...is('organ', filing.organCode, one.organCode),
    ...(filing.taken > 0 ? [stuck(one.number, 'is occupied by a business that has ended')] : []),
  ];
}

/** The public register is fed by events alone: what it says is what has come through. */
function register({ ledger, facts }: Evidence): Damage[] {
  return [...ledger.filings.values()].flatMap((one) => {
    const entry = facts.register.find((found) => found.number === one.number);
    if (!entry) return [lost(one.number, 'is not in the public register')];
    if (entry.cancelled !== (one.status === 'cancelled')) {
      return [wrong(one.number, `is ${entry.cancelled ? '' : 'not '}cancelled in the public register`)];
    }
    // A register entry of a cancelled filing stays as it was.
    const same = entry.version === one.version && entry.organCode === one.organCode;
    return same ? [] : [wrong(one.number, `is version ${entry.version} of ${entry.organCode} in the public register`)];
  });
}

function documents({ facts, unreadable }: Evidence): Damage[] {
  const stored = new Map(facts.documents.map((one) => [one.id, one]));
  const missing = facts.namedDocuments.flatMap((id) => {
    const found = stored.get(id);
    if (!found) return [lost(id, 'is a document that an application names and nobody has')];
    return found.kept ? [] : [lost(id, 'is a document in use that the sweep would remove')];
  });
  return [...missing, ...unreadable.map((id) => lost(id, 'is a document whose bytes are not what was uploaded'))];
}

function unsent({ facts, backlog }: Evidence): Damage[] {
  return [
    ...facts.unsent.flatMap(({ service, rows, parked, given_up }) => [
      ...(rows > 0 ? [stuck(service, `has ${rows} messages that are not sent`)] : []),
      ...(parked > 0 ? [lost(service, `has parked ${parked} messages`)] : []),
      ...(given_up > 0 ? [lost(service, `has given up ${given_up} events`)] : []),
    ]),
    ...backlog.flatMap(({ consumer, pending, unacknowledged, missing }) =>
      missing
        ? [stuck(consumer, 'listens to no events')]
        : pending + unacknowledged > 0
          ? [stuck(consumer, `has ${pending + unacknowledged} events to handle`)]
          : [],
    ),
  ];
}

const nameOf = ({ number, kind, way }: Accepted): string => `${number} (${kind} ${way})`;
