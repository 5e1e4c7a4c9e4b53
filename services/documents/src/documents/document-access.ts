import { problem } from '@beian/service-kit/problem.ts';

/** Whether somebody may read a document of another account: only filing knows which applications and filings it belongs to. */
export type DocumentAccess = {
  /** Answers only: for what is not personal data, such as whether the file has been scanned. */
  mayRead(documentId: string, token: string): Promise<boolean>;
  /** The same for the content: filing notes on its audit chain who opens it. */
  mayOpen(documentId: string, token: string): Promise<boolean>;
};

/** Asks filing with the caller's own token; `upstream.unavailable` when it does not answer within `patienceMs`. */
export const filingAccess = (filingUrl: string, patienceMs = 5000): DocumentAccess => {
  const ask = async (method: 'GET' | 'POST', documentId: string, token: string): Promise<boolean> => {
    const response = await fetch(new URL(`/internal/document-access/${documentId}`, filingUrl), {
      method,
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'filing' }, cause });
    });
    if (response.status === 204) return true;
    if (response.status >= 500) throw problem('upstream.unavailable', { params: { service: 'filing' } });
    return false;
  };
  return {
    mayRead: (documentId, token) => ask('GET', documentId, token),
    mayOpen: (documentId, token) => ask('POST', documentId, token),
  };
};
