import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Unit } from '@beian/contracts/units.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { emptyForm, RegistrationForm, type Step } from './registration-form.ts';
import { RegistrationWizard } from './registration-wizard.tsx';
import { texts } from './texts.ts';
import { useDraft, type DraftOf } from '../drafts/use-draft.ts';

const registrationDraft: DraftOf<RegistrationForm> = {
  kind: 'registration',
  schema: RegistrationForm,
  empty: emptyForm,
  titleOf: (form) => form.system.name || form.unit.name,
  firstStep: 'unit',
};

/** 备案登记 (手册 4.1): a draft of its own from the first letter on. */
export function RegistrationPage() {
  return (
    <ForFilers>
      <Registration />
    </ForFilers>
  );
}

function Registration() {
  const t = useText();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const me = useMe();
  const units = useQuery({
    queryKey: ['units'],
    queryFn: async () => (await api.get<{ items: Unit[] }>('/api/units')).items,
  });
  const draft = useDraft(draftId, registrationDraft);
  if (draft.loadError) {
    return (
      <Page title={t(texts.title)} system={t(portal.name)}>
        <ProblemAlert error={draft.loadError} onRetry={() => void draft.load()} />
      </Page>
    );
  }
  const { loaded } = draft;
  const ready = loaded && me.data ? { form: loaded.form, step: loaded.step as Step, me: me.data } : undefined;
  return (
    <Loaded query={{ ...units, data: ready && units.data }}>
      {(mine) =>
        ready && (
          <RegistrationWizard key={draftId} draftId={draftId} units={mine} start={ready} me={ready.me} draft={draft} />
        )
      }
    </Loaded>
  );
}
