import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { ProblemDetails } from '@beian/contracts/problems.ts';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';
import { storedLocale } from '../language/language.tsx';
import { ApiProblem } from '../session/api.ts';

/** Sends a file and tells the progress (0..1): `fetch` cannot. Throws ApiProblem. */
export const upload = (kind: DocumentKind, file: File, onProgress: (part: number) => void): Promise<StoredDocument> =>
  sendForm<StoredDocument>('/api/documents', { kind, file }, onProgress);

/** Posts a form with files in it; the answer is that of what was created. Throws ApiProblem. */
export function sendForm<T>(
  path: string,
  fields: Readonly<Record<string, string | File | readonly File[]>>,
  onProgress: (part: number) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept-language', storedLocale());
    request.setRequestHeader('x-requested-with', 'beian');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiProblem());
    request.onload = () => {
      const answer: unknown = safely(request.responseText);
      if (request.status === 201) resolve(answer as T);
      else reject(new ApiProblem(answer as ProblemDetails | undefined));
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) form.append(name, one);
    }
    request.send(form);
  });
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
