import { Button } from 'antd';
import type { FormEvent } from 'react';
import { AppealSubmission } from '@beian/contracts/appeals.ts';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { DraftConflict } from '../drafts/draft-conflict.tsx';
import { DraftState } from '../drafts/draft-state.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { useOnePageForm } from '../drafts/use-one-page-form.ts';
import { portal } from '../frame/texts.ts';
import { AppealFields, idOf, matterOf } from './appeal-fields.tsx';
import type { AppealValues } from './appeal-page.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { labelOf, texts } from './texts.ts';

/** The one page of the form: ground, number, description, evidence. */
export function AppealForm(props: {
  draftId: string;
  start: AppealValues;
  draft: ReturnType<typeof useDraft<AppealValues>>;
}) {
  const { draftId, draft } = props;
  const t = useText();
  const { form, set, errors, errorOf, problem, busy, check, send } = useOnePageForm(
    props,
    AppealSubmission,
    (values) => ({
      kind: 'appeal',
      ...matterOf(values),
      evidenceIds: values.evidence.map(({ id }) => id),
      draftId,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (check()) await send();
  };
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p style={{ maxWidth: '60em' }}>{t(texts.intro)}</p>
      <ErrorSummary
        errors={errors}
        idOf={(path) => idOf(path.replace(/\.0$/, ''))}
        labelOf={(path) => {
          const label = labelOf(path);
          return label && t(label);
        }}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <DraftConflict state={draft.state} onKeep={() => void draft.keepMine({ form, step: 'form' })} />
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        <AppealFields form={form} signedIn errorOf={errorOf} set={set} />
        <EvidenceFields
          value={form.evidence}
          errorOf={(path) => errorOf(`evidenceIds${path}`)}
          onChange={(evidence) => set({ evidence })}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
        <DraftState state={draft.state} />
      </form>
    </Page>
  );
}
