import { Button } from 'antd';
import type { Me } from '@beian/contracts/accounts.ts';
import { CancellationSubmission } from '@beian/contracts/cancellations.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { DraftConflict } from '../drafts/draft-conflict.tsx';
import { DraftState } from '../drafts/draft-state.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { useOnePageForm } from '../drafts/use-one-page-form.ts';
import { portal } from '../frame/texts.ts';
import type { CancellationValues } from './cancellation-page.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `cancellation-${path}`;

/** The one page of the form: number, reason, authorisation of who is no legal person; asked once more before it is sent (M107). */
export function CancellationForm(props: {
  draftId: string;
  start: CancellationValues;
  me: Me;
  draft: ReturnType<typeof useDraft<CancellationValues>>;
}) {
  const { draftId, me, draft } = props;
  const t = useText();
  const personal = me.kind === 'personal';
  const { form, set, errors, errorOf, problem, busy, ask, question } = useOnePageForm(
    props,
    CancellationSubmission,
    (values) => ({
      kind: 'cancellation',
      filingNumber: values.filingNumber.trim(),
      reason: values.reason.trim(),
      ...(values.authorisation ? { authorisationId: values.authorisation.id } : {}),
      confirmed: true,
      draftId,
    }),
  );
  // An agent needs it with a legal person's account too; the answer says so (I02).
  const sealed = personal || form.authorisation !== undefined || errorOf('authorisationId') !== undefined;
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOf(path))} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <DraftConflict state={draft.state} onKeep={() => void draft.keepMine({ form, step: 'form' })} />
      <form className="panel" noValidate onSubmit={ask}>
        <TextField
          id={idOf('filingNumber')}
          label={t(texts.number)}
          hint={t(texts.numberHint)}
          error={errorOf('filingNumber')}
          required
          inputMode="numeric"
          maxLength={20}
          value={form.filingNumber}
          onChange={(filingNumber) => set({ filingNumber })}
        />
        <TextField
          id={idOf('reason')}
          label={t(labels['cancellation.reason'])}
          hint={t(texts.reasonHint)}
          error={errorOf('reason')}
          required
          rows={4}
          maxLength={500}
          value={form.reason}
          onChange={(reason) => set({ reason })}
        />
        {sealed && (
          <>
            <FileField
              id={idOf('authorisationId')}
              kind="cancellation_authorisation"
              label={t(labels['cancellation.authorisationId'])}
              hint={t(texts.authorisationHint)}
              accept="application/pdf,image/jpeg,image/png"
              required
              value={form.authorisation}
              error={errorOf('authorisationId')}
              onChange={(authorisation) => set({ authorisation })}
            />
            <p>
              <a href="/api/templates/cancellation-authorisation" download>
                {t(texts.template)}
              </a>
            </p>
          </>
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
        <DraftState state={draft.state} />
      </form>
      <Dialog title={t(texts.sureTitle)} ok={t(texts.sureTitle)} danger {...question}>
        <p>{t(texts.sure, { number: form.filingNumber.trim() })}</p>
      </Dialog>
    </Page>
  );
}

const labelOf = (path: string) =>
  path === 'reason'
    ? labels['cancellation.reason']
    : path === 'authorisationId'
      ? labels['cancellation.authorisationId']
      : texts.number;
