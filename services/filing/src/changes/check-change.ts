import type { ChangeRequest } from '@beian/contracts/changes.ts';
import { applicationKindLabels, filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { problem, type FieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { heldFilings, type HeldFiling } from '../filings/held-filings.ts';
import { openBusinesses, personalOfFiling } from '../filings/read-filings.ts';
import { behalfOf, mayAct } from '../filings/right-over-filing.ts';
import { changedContent, pathInRequest, systemAskedFor } from './change.rules.ts';
import { checkContents, type CheckedContents, type Fault, type PathOf } from './check-contents.ts';
import { checkPapers } from './check-papers.ts';

/** `general`: what is wrong with the request as a whole. */
export type CheckedChange = CheckedContents & { general: FieldProblem[] };

/**
 * Everything that is wrong with a change, filing by filing (N12): numbers, standing, one unit and one holder (G2), contents; and its papers.
 * An agent may ask in the holder's place (I02). Writes nothing.
 */
export async function checkChange(
  deps: Deps,
  by: { actor: Filer; token: string },
  request: ChangeRequest,
): Promise<CheckedChange> {
  const { filingNumbers, unit = {} } = request;
  const pathOf: PathOf = (number, key) => pathInRequest(request, number, key);
  const em = deps.orm.em.fork();
  const held = await heldFilings(em, by.actor, filingNumbers, { now: deps.clock.now(), suffices: mayAct });
  const busy = await openBusinesses(
    em,
    [...held.values()].map((one) => one.filing),
  );
  const standing = filingNumbers.flatMap((number) =>
    standingOf(number, { filingNumbers, held, busy }).map((fault) => ({ ...fault, path: pathOf(number) })),
  );
  const asked = [...held.values()].map((one) => {
    const before = { open: one.version.content, personal: personalOfFiling(deps, one.version) };
    return { ...one, before, after: changedContent(before, unit, systemAskedFor(request, one.filing.number)) };
  });
  const ordered = filingNumbers.flatMap((number) => asked.filter((one) => one.filing.number === number));
  const checked = await checkContents(deps, by.token, ordered, pathOf);
  const asAgent = [...held.values()].some((one) => one.right.role !== 'holder');
  return {
    ...checked,
    faults: [...standing, ...checked.faults],
    general: [...strangersIn(request), ...(await checkPapers(deps, { ...by, asAgent }, request))],
  };
}

const strangersIn = ({ filingNumbers, perFiling = [] }: ChangeRequest): FieldProblem[] =>
  perFiling.flatMap(({ filingNumber }, i) =>
    filingNumbers.includes(filingNumber) ? [] : [{ path: ['perFiling', i, 'filingNumber'], code: 'change.not-listed' }],
  );

type Known = {
  filingNumbers: readonly string[];
  held: Map<string, HeldFiling>;
  busy: Awaited<ReturnType<typeof openBusinesses>>;
};

/** Whether a filing can be changed at all, and together with the others. */
function standingOf(number: string, { filingNumbers, held, busy }: Known): Omit<Fault, 'path'>[] {
  const one = held.get(number);
  if (!one) return [{ filingNumber: number, code: 'filing.unknown' }];
  const say = (code: string, params: Fault['params'] = {}) => [
    { filingNumber: number, code, params: { filing: number, ...params } },
  ];
  const { filing, right } = one;
  const first = filingNumbers.flatMap((each) => held.get(each) ?? [])[0] ?? one;
  if (filing.uscc !== first.filing.uscc) return say('change.other-unit');
  if (behalfOf(right)?.onBehalfOf !== behalfOf(first.right)?.onBehalfOf) return say('change.other-holder');
  if (filing.status !== 'valid') return say('filing.not-valid', { status: filingStatusLabels[filing.status] });
  const open = busy.get(filing.id);
  return open ? say('filing.busy', { kind: applicationKindLabels[open.kind], number: open.applicationNumber }) : [];
}

/** Throws what a submission is refused for: every wrong field at once, then a filing that is not valid, then one that another business occupies (G7). */
export function mustBeRight({ general, faults }: CheckedChange): void {
  const standing = ['filing.not-valid', 'filing.busy'] as const;
  const invalid = [...general, ...faults.filter((fault) => standing.every((code) => code !== fault.code))];
  if (invalid.length > 0) throw problem('request.invalid', { errors: distinct(invalid) });
  for (const code of standing) {
    const errors = faults.filter((fault) => fault.code === code);
    const [first] = errors;
    if (first) throw problem(code, { params: first.params ?? {}, errors });
  }
}

/** What is wrong with a shared field is told once, not once for each filing. */
const distinct = (all: readonly FieldProblem[]): FieldProblem[] => [
  ...new Map(
    all.map(({ path, code, params }) => [JSON.stringify([path, code, params]), { path, code, params }]),
  ).values(),
];
