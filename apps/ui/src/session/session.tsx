import { useQuery } from '@tanstack/react-query';
import type { Me } from '@beian/contracts/accounts.ts';
import { api, ApiProblem } from './api.ts';

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () =>
      api.get<Me>('/api/me').catch((error: unknown) => {
        if (error instanceof ApiProblem && error.details?.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** Goes to the sign-in and comes back to this page. */
export function signIn(as: 'personal' | 'legal' | 'staff', returnTo = location.pathname + location.search): void {
  location.assign(`/auth/login?as=${as}&returnTo=${encodeURIComponent(returnTo)}`);
}

export async function signOut(home: string): Promise<void> {
  await api.post('/auth/logout');
  location.assign(home);
}

/** Every session of the account ends, on all devices. */
export async function signOutEverywhere(home: string): Promise<void> {
  await api.remove('/api/me/sessions');
  location.assign(home);
}
