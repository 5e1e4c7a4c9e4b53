import { useParams, useSearch } from '@tanstack/react-router';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { useDraft, type DraftOf } from '../drafts/use-draft.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { ChangeForm, emptyForm, type Step } from './change-form.ts';
import { ChangeWizard } from './change-wizard.tsx';
import { texts } from './texts.ts';

const changeDraft: DraftOf<ChangeForm> = {
  kind: 'change',
  schema: ChangeForm,
  empty: emptyForm,
  titleOf: ({ filingNumbers }) => filingNumbers.slice(0, 5).join(' '),
  firstStep: 'unit',
};

/** 变更 (手册 4.4): a draft from the first letter on. */
export function ChangePage() {
  return (
    <ForFilers>
      <Change />
    </ForFilers>
  );
}

function Change() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const { number } = useSearch({ strict: false }) as { number?: string };
  const me = useMe();
  const draft = useDraft(draftId, changeDraft);
  const { loaded } = draft;
  if (draft.loadError) {
    return (
      <Page title={t(texts.title)} system={t(portal.name)}>
        <ProblemAlert error={draft.loadError} onRetry={() => void draft.load()} />
      </Page>
    );
  }
  const start = loaded && {
    form: number && loaded.form.filingNumbers.length === 0 ? { ...loaded.form, filingNumbers: [number] } : loaded.form,
    step: loaded.step as Step,
  };
  return (
    <Loaded query={{ ...me, data: start && me.data ? { start, me: me.data } : undefined }}>
      {(ready) => <ChangeWizard key={draftId} draftId={draftId} start={ready.start} me={ready.me} draft={draft} />}
    </Loaded>
  );
}
