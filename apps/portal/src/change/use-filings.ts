import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Filing } from '@beian/contracts/filings.ts';
import { applicationKindLabels, filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';
import { texts } from './texts.ts';

const askFiling = (number: string): Promise<Filing | undefined> =>
  api.get<Filing>(`/api/filings/${encodeURIComponent(number)}`).catch((error: unknown) => {
    const status = error instanceof ApiProblem ? error.details?.status : undefined;
    if (status === 404 || status === 422) return undefined;
    throw error;
  });

/** The chosen filings as they are now, in the order of their numbers here. */
export const useFilings = (numbers: readonly string[]) =>
  useQuery({
    queryKey: ['filings-of-change', numbers],
    queryFn: async () => (await Promise.all(numbers.map(askFiling))).flatMap((filing) => filing ?? []),
    enabled: numbers.length > 0,
  });

/** Asks for filings anew and says of each whether it can be changed now (M090); a list of complaints, empty when all can. */
export function useFilingCheck(): (numbers: readonly string[]) => Promise<string[]> {
  const t = useText();
  const queries = useQueryClient();
  return async (numbers) => {
    const found = await Promise.all(numbers.map(askFiling));
    queries.setQueryData(
      ['filings-of-change', numbers],
      found.flatMap((filing) => filing ?? []),
    );
    return numbers.flatMap((number, i) => {
      const filing = found[i];
      if (!filing) return [t(texts.unknown, { number })];
      const open = filing.openBusiness;
      if (open) {
        const kind = t(applicationKindLabels[open.kind]);
        return [t(texts.busy, { number, kind, application: open.applicationNumber })];
      }
      return filing.status === 'valid'
        ? []
        : [t(texts.notValid, { number, status: t(filingStatusLabels[filing.status]) })];
    });
  };
}
