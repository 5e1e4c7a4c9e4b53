import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { documentScanLabels, type DocumentScan } from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '../application/status-tag.tsx';
import { useText } from '../language/language.tsx';
import { api } from '../session/api.ts';

/** Whether a file can be opened: not while it waits for its malware scan, nor when it is infected. */
export const canOpen = (scan: DocumentScan | undefined): boolean => scan !== 'awaiting_scan' && scan !== 'infected';

/** That a file cannot be opened, in a word. */
export function ScanTag({ scan }: { scan: DocumentScan | undefined }) {
  const t = useText();
  if (scan === undefined || canOpen(scan)) return null;
  return <ToneTag tone={scan === 'infected' ? 'bad' : 'waiting'}>{t(documentScanLabels[scan])}</ToneTag>;
}

/** A stored file as it is now; asked again while it waits for its scan. `known` is what the page has of it already. */
export function useDocument(id: string | undefined, known?: StoredDocument): StoredDocument | undefined {
  const query = useQuery({
    queryKey: ['document', id],
    queryFn: () => api.get<StoredDocument>(`/api/documents/${id}`),
    enabled: id !== undefined,
    ...(known ? { initialData: known } : {}),
    refetchInterval: ({ state }) => (state.data?.scan === 'awaiting_scan' ? 20_000 : false),
  });
  return query.data;
}

/** A file that opens beside the page; where it cannot be opened its name and why. */
export function OpenFile({ id, scan, children }: { id: string; scan: DocumentScan | undefined; children: ReactNode }) {
  if (canOpen(scan))
    return (
      <a href={`/api/documents/${id}/content?disposition=inline`} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  return (
    <>
      {children} <ScanTag scan={scan} />
    </>
  );
}

/** The same for a file of which the page has the id alone. */
export function FileLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <OpenFile id={id} scan={useDocument(id)?.scan}>
      {children}
    </OpenFile>
  );
}
