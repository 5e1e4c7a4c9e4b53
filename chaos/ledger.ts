import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import type { Outcome } from './outcomes.ts';
import type { Filer } from './plan.ts';

/** An application that was accepted with 201 (or a part of one), and how it must end. */
export type Accepted = {
  id: string;
  number: string;
  kind: ApplicationKind;
  way: string;
  expected: Outcome;
  part: boolean;
};

/** A filing that came of a registration, and what must be true of it in the end. */
export type ExpectedFiling = {
  number: string;
  registrationId: string;
  holder: Filer;
  status: 'valid' | 'cancelled';
  version: number;
  organCode: string;
};

/** What the clients of a run know: the platform's promises, against which its databases are read. */
export type Ledger = {
  accepted: Accepted[];
  filings: Map<string, ExpectedFiling>;
  /** What went otherwise than the plan, as the client saw it. */
  failures: Failure[];
  /** Notes one of these. */
  fail: (failure: Failure) => void;
};

export type Failure = { case: string; says: string };

export function emptyLedger(tell: (failure: Failure) => void = () => undefined): Ledger {
  const failures: Failure[] = [];
  const fail = (failure: Failure) => {
    failures.push(failure);
    tell(failure);
  };
  return { accepted: [], filings: new Map(), failures, fail };
}

/** Changes what is expected of a filing. */
export function expectOf(ledger: Ledger, number: string, change: Partial<ExpectedFiling>): void {
  const known = ledger.filings.get(number);
  if (!known) throw new Error(`no filing ${number} is expected`);
  ledger.filings.set(number, { ...known, ...change });
}
