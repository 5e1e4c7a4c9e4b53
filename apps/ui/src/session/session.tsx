import { useQuery } from '@tanstack/react-query';
import type { Me } from '@beian/contracts/accounts.ts';
import { api } from './api.ts';
import { ApiProblem } from './api-problem.ts';

/** Tells the windows of this browser that somebody has signed in. */
export const signedInChannel = 'beian.signed-in';

/**
 * Who is signed in; null for nobody. A session that runs out meanwhile takes no page away, nor what is typed on it: the next thing that is
 * asked for says that it has.
 */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ client }) =>
      api.get<Me>('/api/me').catch((error: unknown) => {
        const known = client.getQueryData<Me | null>(['me']);
        if (!known && error instanceof ApiProblem && error.details?.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

type SignInAs = 'personal' | 'legal' | 'staff';
/** The address of the sign-in that comes back to `returnTo`, a path of ours. */
export const signInPath = (as: SignInAs, returnTo: string): string =>
  `/auth/login?as=${as}&returnTo=${encodeURIComponent(returnTo)}`;

/** Leaves this page for the sign-in and comes back to it. */
export function signIn(as: SignInAs): void {
  location.assign(signInPath(as, location.pathname + location.search));
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
