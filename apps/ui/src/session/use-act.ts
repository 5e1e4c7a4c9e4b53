import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** Does something and reads everything anew afterwards, whatever came of it: a colleague may have been first. */
export function useAct() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const act = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await work();
    } catch (failure) {
      setProblem(failure);
      return undefined;
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return { act, busy, problem };
}
