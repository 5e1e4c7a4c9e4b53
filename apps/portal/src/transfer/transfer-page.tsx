import { useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useDraft, type DraftOf } from '../drafts/use-draft.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { TransferForm } from './transfer-form.tsx';
import { texts } from './texts.ts';

/** What the form holds at any moment, right or wrong. */
export const TransferValues = z.object({
  filingNumber: z.string().catch(''),
  recipientName: z.string().catch(''),
  recipientIdNumber: z.string().catch(''),
  description: z.string().catch(''),
  form: StoredDocument.optional().catch(undefined),
});
export type TransferValues = z.infer<typeof TransferValues>;

const transferDraft: DraftOf<TransferValues> = {
  kind: 'transfer',
  schema: TransferValues,
  empty: () => ({ filingNumber: '', recipientName: '', recipientIdNumber: '', description: '' }),
  titleOf: (form) => form.filingNumber,
  firstStep: 'form',
};

/** 移交 (M108–M116). A draft from the first letter on, so that signing in again loses nothing. */
export function TransferPage() {
  return (
    <ForFilers>
      <Transfer />
    </ForFilers>
  );
}

function Transfer() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const { number } = useSearch({ strict: false }) as { number?: string };
  const draft = useDraft(draftId, transferDraft);
  const { loaded } = draft;
  if (draft.loadError) {
    return (
      <Page title={t(texts.title)} system={t(portal.name)}>
        <ProblemAlert error={draft.loadError} onRetry={() => void draft.load()} />
      </Page>
    );
  }
  const start = loaded && { ...loaded.form, filingNumber: loaded.form.filingNumber || (number ?? '') };
  return (
    <Loaded query={{ data: start, error: undefined, isPending: true, refetch: draft.load }}>
      {(form) => <TransferForm key={draftId} draftId={draftId} start={form} draft={draft} />}
    </Loaded>
  );
}
