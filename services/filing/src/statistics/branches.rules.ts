import type { Organ } from '@beian/contracts/accounts.ts';

/** An organ, and under which direct subordinate of the one that is asked about it stands; itself for the one that is asked about. */
export type Branch = { code: string; under: string };

type Placed = Pick<Organ, 'code' | 'superiorCode'>;

/** What stands below an organ among those that are known, by branch; nothing when the organ is not among them. */
export function branchesOf(organs: readonly Placed[], top: string): Branch[] {
  const superiorOf = new Map(organs.map(({ code, superiorCode }) => [code, superiorCode]));
  if (!superiorOf.has(top)) return [];
  const under = (code: string): string | undefined => {
    if (code === top) return top;
    const superior = superiorOf.get(code);
    if (superior === top) return code;
    return superior ? under(superior) : undefined;
  };
  return organs.flatMap(({ code }) => {
    const branch = under(code);
    return branch === undefined ? [] : [{ code, under: branch }];
  });
}
