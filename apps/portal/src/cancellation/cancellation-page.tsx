import { useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { useDraft, type DraftOf } from '../drafts/use-draft.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { CancellationForm } from './cancellation-form.tsx';
import { texts } from './texts.ts';

/** What the form holds at any moment, right or wrong. */
export const CancellationValues = z.object({
  filingNumber: z.string().catch(''),
  reason: z.string().catch(''),
  authorisation: StoredDocument.optional().catch(undefined),
});
export type CancellationValues = z.infer<typeof CancellationValues>;

const cancellationDraft: DraftOf<CancellationValues> = {
  kind: 'cancellation',
  schema: CancellationValues,
  empty: () => ({ filingNumber: '', reason: '' }),
  titleOf: (form) => form.filingNumber,
  firstStep: 'form',
};

/** 注销 (M100–M107). A draft from the first letter on, so that signing in again loses nothing. */
export function CancellationPage() {
  return (
    <ForFilers>
      <Cancellation />
    </ForFilers>
  );
}

function Cancellation() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const { number } = useSearch({ strict: false }) as { number?: string };
  const me = useMe();
  const draft = useDraft(draftId, cancellationDraft);
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
    <Loaded query={{ ...me, data: start && me.data ? { start, me: me.data } : undefined }}>
      {(ready) => <CancellationForm key={draftId} draftId={draftId} start={ready.start} me={ready.me} draft={draft} />}
    </Loaded>
  );
}
