import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** What filing asks of documents. */
export type DocumentsPort = {
  /** Those of the documents that exist and may be seen with the token. */
  find(ids: string[], token: string): Promise<StoredDocument[]>;
  /** With a service's own token also of a document that waits for its malware scan. */
  content(id: string, token: string): Promise<Uint8Array>;
  /** Stores a file as an upload of the filer whose token it is. */
  store(file: NewFile, token: string): Promise<StoredDocument>;
  /** Stores a file of somebody who has no account; `token` is this service's own. */
  takeIn(file: NewFile, token: string): Promise<StoredDocument>;
};
type NewFile = { kind: DocumentKind; name: string; bytes: Uint8Array };

/** What may be wrong with a file that is under its limit. */
const Refusal = z.object({ code: z.enum(['document.type', 'document.empty', 'document.infected']) });

/** Documents that are asked for in one request. */
const atOnce = 100;
const Found = z.object({ items: z.array(StoredDocument) });

/** The port over HTTP. `token` is the filer's own, or a service token. Without an answer within `patienceMs` it is `upstream.unavailable`. */
export function documentsPort(documentsUrl: string, patienceMs = 10_000): DocumentsPort {
  const ask = async (path: string, token: string, form?: FormData): Promise<Response> => {
    const response = await fetch(new URL(path, documentsUrl), {
      headers: { authorization: `Bearer ${token}` },
      ...(form ? { method: 'POST', body: form } : {}),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((cause: unknown) => {
      throw problem('upstream.unavailable', { params: { service: 'documents' }, cause });
    });
    if (response.status === 404) throw problem('not-found');
    if (response.status === 503) throw problem('document.storage-down');
    if (form && (response.status === 415 || response.status === 422)) {
      const { code } = Refusal.parse(await response.json());
      throw problem(code, { params: { accepted: 'PDF, PNG, JPEG', signature: 'malware' } });
    }
    if (!response.ok) throw problem('upstream.unavailable', { params: { service: 'documents' } });
    return response;
  };
  const send = async (path: string, { kind, name, bytes }: NewFile, token: string): Promise<StoredDocument> => {
    const limit = limitOf(kind);
    if (bytes.byteLength >= limit) throw problem('document.too-large', { params: { size: bytes.byteLength, limit } });
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new File([Uint8Array.from(bytes)], name));
    return StoredDocument.parse(await (await ask(path, token, form)).json());
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
    store: (file, token) => send('/api/documents', file, token),
    takeIn: (file, token) => send('/internal/documents', file, token),
  };
}
