import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { entryOf } from '@beian/contracts/dictionary.rules.ts';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
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

const appealDraft = (all: Dictionaries): DraftOf<AppealValues> => ({
  kind: 'appeal',
  schema: AppealValues,
  empty: () => ({ ...noMatter, evidence: [] }),
  titleOf: ({ ground, filingNumber }) =>
    [ground && entryOf(all, 'appeal_ground', ground)?.label.zh, filingNumber].join(' ').trim(),
  firstStep: 'form',
});

/** 申诉 (M032, M124–M129). Who cannot sign in is shown the other door. */
export function AppealPage() {
  const t = useText();
  const { query } = useDictionaries();
  return (
    <ForFilers otherwise={<a href="/public/appeal">{t(texts.cannotSignIn)}</a>}>
      <Loaded query={query}>{(all) => <Appeal all={all} />}</Loaded>
    </ForFilers>
  );
}

function Appeal({ all }: { all: Dictionaries }) {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const [of] = useState(() => appealDraft(all));
  const draft = useDraft(draftId, of);
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
