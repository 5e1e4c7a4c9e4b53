import { useQueries, useQuery } from '@tanstack/react-query';
import {
  operatedServices,
  serviceStatePath,
  type OperatedService,
  type ServiceState,
} from '@beian/contracts/operations.ts';
import { api } from '@beian/ui/session/api.ts';

/** A line of the platform's state: `away` when the service does not answer; without `state` it has no messages of its own. */
export type ServiceLine = {
  service: OperatedService | 'workflows' | 'sign-in';
  health: 'asking' | 'ready' | 'notReady' | 'away';
  checks: Record<string, string>;
  state?: ServiceState;
};

/** How the page keeps up with the platform; who does not answer is asked again at the next turn. */
export const keptUp = { refetchInterval: 15_000, staleTime: 0, retry: false } as const;
const others = ['workflows', 'sign-in'] as const;

/** Asks each service for itself, so that one that is away says nothing of the others; what has no database is known to the gateway. */
export function usePlatformState(): ServiceLine[] {
  const own = useQueries({
    queries: operatedServices.map((service) => ({
      queryKey: ['operations', 'service', service],
      queryFn: () => api.get<ServiceState>(serviceStatePath(service)),
      ...keptUp,
    })),
  });
  const gateway = useQuery({
    queryKey: ['operations', 'readiness'],
    // Not ready is an answer too, with another status.
    queryFn: async () => (await (await fetch('/readyz')).json()) as { checks: Record<string, string> },
    ...keptUp,
  });
  return [
    ...operatedServices.map((service, i): ServiceLine => {
      const query = own[i];
      if (query?.isError) return { service, health: 'away', checks: {} };
      const state = query?.data;
      if (!state) return { service, health: 'asking', checks: {} };
      return { service, health: state.ready ? 'ready' : 'notReady', checks: state.checks, state };
    }),
    ...others.map((service): ServiceLine => {
      if (gateway.isError) return { service, health: 'away', checks: {} };
      const said = gateway.data?.checks[service];
      if (said === undefined) return { service, health: 'asking', checks: {} };
      return said === 'ok'
        ? { service, health: 'ready', checks: {} }
        : { service, health: 'away', checks: { [service]: said } };
    }),
  ];
}
