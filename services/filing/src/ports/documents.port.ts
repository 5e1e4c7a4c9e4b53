import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** What filing asks of documents. */
export type DocumentsPort = {
  /** Those of the documents that exist and may be seen with the token. */
  find(ids: string[], token: string): Promise<StoredDocument[]>;
  content(id: string, token: string): Promise<Uint8Array>;
  /** Stores a file of somebody who has no account; answers its id. `token` is this service's own. */
  takeIn(kind: DocumentKind, file: File, token: string): Promise<string>;
};

/** What may be wrong with a file. */
const refusals = [413, 415, 422];

const Found = z.object({ items: z.array(StoredDocument) });

/** The port over HTTP. `token` is the filer's own, or a service token. */
export function documentsPort(documentsUrl: string): DocumentsPort {
  const ask = async (path: string, token: string, form?: FormData): Promise<Response> => {
    const response = await fetch(new URL(path, documentsUrl), {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}` },
      ...(form ? { body: form } : {}),
      signal: AbortSignal.timeout(10_000),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'documents' }, cause });
    });
    if (response.status === 404) throw problem('not-found');
    if (response.status === 503) throw problem('document.storage-down');
    if (form && refusals.includes(response.status)) return response;
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'documents' } });
    return response;
  };
  return {
    find: async (ids, token) => {
      if (ids.length === 0) return [];
      return Found.parse(await (await ask(`/internal/documents?ids=${ids.join(',')}`, token)).json()).items;
    },
    content: async (id, token) =>
      new Uint8Array(await (await ask(`/api/documents/${id}/content`, token)).arrayBuffer()),
    takeIn: async (kind, file, token) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', file);
      const response = await ask('/internal/documents', token, form);
      if (response.ok) return StoredDocument.parse(await response.json()).id;
      if (response.status === 415) throw problem('document.type', { params: { accepted: 'PDF, PNG, JPEG' } });
      if (response.status === 422) throw problem('document.empty');
      throw problem('document.too-large', { params: { size: file.size, limit: limitOf(kind) } });
    },
  };
}
