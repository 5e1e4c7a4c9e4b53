import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** What filing asks of documents. */
export type DocumentsPort = {
  /** Those of the documents that exist and may be seen with the token. */
  find(ids: string[], token: string): Promise<StoredDocument[]>;
  content(id: string, token: string): Promise<Uint8Array>;
  /** Stores a file as an upload of the filer whose token it is. */
  store(file: { kind: DocumentKind; name: string; bytes: Uint8Array }, token: string): Promise<StoredDocument>;
};

/** Documents that are asked for in one request. */
const atOnce = 100;
const Found = z.object({ items: z.array(StoredDocument) });

/** The port over HTTP. `token` is the filer's own, or a service token. */
export function documentsPort(documentsUrl: string): DocumentsPort {
  const ask = async (path: string, token: string, form?: FormData): Promise<Response> => {
    const response = await fetch(new URL(path, documentsUrl), {
      headers: { authorization: `Bearer ${token}` },
      ...(form ? { method: 'POST', body: form } : {}),
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
    store: async ({ kind, name, bytes }, token) => {
      const limit = limitOf(kind);
      if (bytes.byteLength >= limit) throw problem('document.too-large', { params: { size: bytes.byteLength, limit } });
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new File([Uint8Array.from(bytes)], name));
      return StoredDocument.parse(await (await ask('/api/documents', token, form)).json());
    },
  };
}
