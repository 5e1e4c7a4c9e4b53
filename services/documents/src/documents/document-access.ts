import { problem } from '@beian/service-kit/problem.ts';

/** Whether somebody may read a document of another account: only filing knows which applications and filings it belongs to, and notes the read. */
export type DocumentAccess = { mayRead(documentId: string, token: string): Promise<boolean> };

/** Asks filing with the caller's own token; `upstream.unavailable` when it does not answer. */
export const filingAccess = (filingUrl: string): DocumentAccess => ({
  mayRead: async (documentId, token) => {
    const response = await fetch(new URL(`/internal/document-access/${documentId}`, filingUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'filing' }, cause });
    });
    if (response.status === 204) return true;
    if (response.status >= 500) throw problem('upstream.unavailable', { params: { service: 'filing' } });
    return false;
  },
});
