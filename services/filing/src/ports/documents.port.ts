import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** What filing asks of documents. */
export type DocumentsPort = {
  /** Those of the documents that exist and may be seen with the token. */
  find(ids: string[], token: string): Promise<StoredDocument[]>;
  content(id: string, token: string): Promise<Uint8Array>;
};

/** Documents that are asked for in one request. */
const atOnce = 100;
const Found = z.object({ items: z.array(StoredDocument) });

/** The port over HTTP. `token` is the filer's own, or a service token. */
export function documentsPort(documentsUrl: string): DocumentsPort {
  const ask = async (path: string, token: string): Promise<Response> => {
    const response = await fetch(new URL(path, documentsUrl), {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'documents' }, cause });
    });
    if (response.status === 404) throw problem('not-found');
    if (response.status === 503) throw problem('document.storage-down');
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'documents' } });
    return response;
  };
  return {
    find: async (ids, token) => {
      const found: StoredDocument[] = [];
      for (let i = 0; i < ids.length; i += atOnce) {
        const some = ids.slice(i, i + atOnce).join(',');
        found.push(...Found.parse(await (await ask(`/internal/documents?ids=${some}`, token)).json()).items);
      }
      return found;
    },
    content: async (id, token) =>
      new Uint8Array(await (await ask(`/api/documents/${id}/content`, token)).arrayBuffer()),
  };
}
