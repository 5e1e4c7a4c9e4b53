import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { ProblemDetails } from '@beian/contracts/problems.ts';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';
import { storedLocale } from '../language/language.tsx';
import { again } from '../session/again.ts';
import { ApiProblem } from '../session/api-problem.ts';

/** Sends a file and tells the progress (0..1): `fetch` cannot. Throws ApiProblem. */
export const upload = (kind: DocumentKind, file: File, onProgress: (part: number) => void): Promise<StoredDocument> =>
  sendForm<StoredDocument>('/api/documents', { kind, file }, onProgress);

type Fields = Readonly<Record<string, string | File | readonly File[]>>;
type OnProgress = (part: number) => void;

/** Posts a form with files in it, again when nobody answers; the answer is that of what was created. Throws ApiProblem. */
export function sendForm<T>(path: string, fields: Fields, onProgress: OnProgress = () => undefined): Promise<T> {
  const key = crypto.randomUUID();
  return again(() => sendOnce<T>(path, fields, key, onProgress));
}

function sendOnce<T>(path: string, fields: Fields, key: string, onProgress: OnProgress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept-language', storedLocale());
    request.setRequestHeader('x-requested-with', 'beian');
    request.setRequestHeader('idempotency-key', key);
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
