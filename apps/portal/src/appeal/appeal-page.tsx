import { useParams } from '@tanstack/react-router';
import { z } from 'zod';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { appealGroundLabels } from '@beian/contracts/vocabulary.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useDraft, type DraftOf } from '../drafts/use-draft.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { MatterValues, noMatter } from './appeal-fields.tsx';
import { AppealForm } from './appeal-form.tsx';
import { texts } from './texts.ts';

/** What the form holds at any moment, right or wrong. */
export const AppealValues = MatterValues.extend({ evidence: z.array(StoredDocument).catch([]) });
export type AppealValues = z.infer<typeof AppealValues>;

const appealDraft: DraftOf<AppealValues> = {
  kind: 'appeal',
  schema: AppealValues,
  empty: () => ({ ...noMatter, evidence: [] }),
  titleOf: ({ ground, filingNumber }) => [ground ? appealGroundLabels[ground].zh : '', filingNumber].join(' ').trim(),
  firstStep: 'form',
};

/** 申诉 (M032, M124–M129). Who cannot sign in is shown the other door. */
export function AppealPage() {
  const t = useText();
  return (
    <ForFilers otherwise={<a href="/public/appeal">{t(texts.cannotSignIn)}</a>}>
      <Appeal />
    </ForFilers>
  );
}

function Appeal() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const draft = useDraft(draftId, appealDraft);
  const { loaded } = draft;
  if (draft.loadError) {
    return (
      <Page title={t(texts.title)} system={t(portal.name)}>
        <ProblemAlert error={draft.loadError} onRetry={() => void draft.load()} />
      </Page>
    );
  }
  return (
    <Loaded query={{ data: loaded?.form, error: undefined, isPending: !loaded, refetch: draft.load }}>
      {(start) => <AppealForm key={draftId} draftId={draftId} start={start} draft={draft} />}
    </Loaded>
  );
}
