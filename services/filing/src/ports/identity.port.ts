import { z, type ZodType } from 'zod';
import { DivisionNames, Jurisdiction, Me, Organ, OrganList } from '@beian/contracts/accounts.ts';
import { ColleagueList, type Colleague } from '@beian/contracts/staff.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';

/** What filing asks of identity. */
export type IdentityPort = {
  /** The organ of an address and the address in words; a field problem at `path` (a system's county) when there is no such division. */
  jurisdiction(
    address: { countyCode: string; streetCode?: string | undefined },
    token: string,
    path?: readonly PropertyKey[],
  ): Promise<Jurisdiction>;
  /** An organ by its code; undefined when unknown. */
  organ(code: string, token: string): Promise<Organ | undefined>;
  /** The organs above one, nearest first; none when it is unknown. */
  superiors(code: string, token: string): Promise<Organ[]>;
  /** An organ and all below it, closed ones too; none when it is unknown. */
  subordinates(code: string, token: string): Promise<Organ[]>;
  /** Divisions in words from the province down; at most 200 at once, unknown ones are left out. */
  divisionNames(codes: readonly string[], token: string): Promise<Record<string, string>>;
  /** The staff of an organ who may work; of the caller's own unless one below is named. */
  colleagues(token: string, organCode?: string): Promise<Colleague[]>;
  /** What others may read of the caller: a person's name masked, a legal person's unit; undefined when unknown. */
  displayName(token: string): Promise<string | undefined>;
  /** The accounts of a person by its hash, personal ones first; with this service's own token. */
  accountsOfPerson(personHash: string, token: string): Promise<string[]>;
};

const Accounts = z.object({ accountIds: z.array(z.uuid()) });

/** The port over HTTP, with the caller's own token. Without an answer within `patienceMs` it is `upstream.unavailable`. */
export function identityPort(identityUrl: string, patienceMs = 5000): IdentityPort {
  const ask = async <T>(path: string, token: string, schema: ZodType<T>, body?: unknown): Promise<T | undefined> => {
    const response = await fetch(new URL(path, identityUrl), {
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'identity' }, cause });
    });
    if (response.ok) return schema.parse(await response.json());
    if (response.status >= 500) throw problem('upstream.unavailable', { params: { service: 'identity' } });
    return undefined;
  };
  return {
    jurisdiction: async ({ countyCode, streetCode }, token, path = ['system', 'countyCode']) => {
      const query = new URLSearchParams({ county: countyCode, ...(streetCode ? { street: streetCode } : {}) });
      const found = await ask(`/internal/jurisdictions?${query}`, token, Jurisdiction);
      if (!found) throw fieldProblem(path, 'division.unknown');
      return found;
    },
    organ: (code, token) => ask(`/internal/organs/${encodeURIComponent(code)}`, token, Organ),
    superiors: async (code, token) =>
      (await ask(`/internal/organs/${encodeURIComponent(code)}/superiors`, token, OrganList))?.items ?? [],
    subordinates: async (code, token) =>
      (await ask(`/internal/organs/${encodeURIComponent(code)}/subordinates`, token, OrganList))?.items ?? [],
    divisionNames: async (codes, token) =>
      codes.length === 0
        ? {}
        : ((await ask(`/internal/divisions/names?codes=${codes.join(',')}`, token, DivisionNames)) ?? {}),
    colleagues: async (token, organCode) => {
      const query = organCode ? `?organ=${encodeURIComponent(organCode)}` : '';
      const staff = (await ask(`/api/staff${query}`, token, ColleagueList))?.items ?? [];
      return staff.filter(({ suspended }) => !suspended);
    },
    displayName: async (token) => {
      const me = await ask('/api/me', token, Me);
      return me?.unitName ?? me?.displayName;
    },
    accountsOfPerson: async (personHash, token) =>
      (await ask('/internal/accounts/of-person', token, Accounts, { personHash }))?.accountIds ?? [],
  };
}
