import { useState } from 'react';
import { unlockedBy } from '@beian/contracts/correctable-fields.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ChangeOutcome } from '../applications/change-outcome.tsx';
import type { Corrected } from '../applications/correction-form.ts';
import { CorrectionShell } from '../applications/correction-shell.tsx';
import { texts as applicationTexts } from '../applications/texts.ts';
import { unlockedLink } from '../applications/unlocked-link.ts';
import { askedOf, idOf, type AskedValues } from './change-form.ts';
import { ChangeCorrectionPrecheck } from './correction-precheck.tsx';
import { useFieldLabel } from './field-label.ts';
import { AuthorisationField, ExplanationField, ProofFields } from './proofs-step.tsx';
import { SystemFields, UnitFields, type ChosenFiling } from './steps.tsx';
import { noValues } from './system-values.ts';

/** A path of the resubmission as the fields of a change name it. */
const inForm = (path: string): string => path.replace(/^change\./, '');

/** 补正 of a change: what the notice cites, for all of its filings or for one. New proofs take the place of the old. */
export function ChangeCorrection({ application }: { application: Corrected }) {
  const t = useText();
  const { content, filings = [] } = application;
  const unlocked = unlockedBy((application.correction?.notice ?? []).map((entry) => entry.field));
  const [asked, setAsked] = useState<AskedValues>(() => ({
    filingNumbers: filings.map((one) => one.filingNumber),
    unit: { name: '', headName: '' },
    system: noValues(),
    perFiling: {},
  }));
  const [explanation, setExplanation] = useState(content.change?.explanation ?? '');
  const [authorisation, setAuthorisation] = useState<StoredDocument>();
  const [proofs, setProofs] = useState<StoredDocument[]>([]);

  const { unit, system, perFiling } = askedOf(asked);
  const change = {
    ...(explanation.trim() === content.change?.explanation ? {} : { explanation: explanation.trim() }),
    ...(authorisation ? { authorisationId: authorisation.id } : {}),
    ...(proofs.length > 0 ? { proofIds: proofs.map(({ id }) => id) } : {}),
    ...(perFiling ? { perFiling } : {}),
  };
  const corrected = {
    ...(unit ? { unit } : {}),
    ...(system ? { system } : {}),
    ...(Object.keys(change).length > 0 ? { change } : {}),
  };
  // One filing stands in the application as it was asked for; of several the table above tells.
  const chosen = filings.map(({ filingNumber, systemName }): ChosenFiling => ({
    number: filingNumber,
    name: systemName,
    ...(filings.length === 1 ? { content } : {}),
  }));
  const fields = (errors: readonly FieldError[]) => ({
    form: asked,
    filings: chosen,
    set: (part: Partial<AskedValues>) => setAsked((now) => ({ ...now, ...part })),
    errors,
  });
  const labelOf = useFieldLabel(asked);
  return (
    <CorrectionShell
      application={application}
      corrected={corrected}
      idOf={(path) => (path === 'explanation' ? 'correction-explanation' : idOf(inForm(path)))}
      labelOf={(path) => (path === 'explanation' ? t(applicationTexts.explanation) : labelOf(inForm(path)))}
      above={<ChangeOutcome application={application} />}
    >
      {(errorOf, found) => {
        const errors = found.map((error) => ({ ...error, path: inForm(error.path) }));
        return (
          <>
            {unlocked.change.includes('explanation') && (
              <ExplanationField value={explanation} error={errorOf('change.explanation')} onChange={setExplanation} />
            )}
            {unlocked.change.includes('authorisationId') && (
              <AuthorisationField
                required={false}
                value={authorisation}
                error={errorOf('change.authorisationId')}
                onChange={setAuthorisation}
              />
            )}
            {unlocked.change.includes('proofIds') && (
              <ProofFields
                proofs={proofs}
                errorOf={(i) => errorOf(`change.proofIds.${i}`) ?? (i === 0 ? errorOf('change.proofs') : undefined)}
                onChange={setProofs}
              />
            )}
            {unlocked.unit.length > 0 && <UnitFields {...fields(errors)} keys={unlocked.unit} />}
            {unlocked.system.length > 0 && <SystemFields {...fields(errors)} keys={unlocked.system} />}
            {(unlocked.unit.length > 0 || unlocked.system.length > 0) && (
              <ChangeCorrectionPrecheck
                application={application}
                corrected={corrected}
                fieldLink={unlockedLink(unlocked, idOf)}
              />
            )}
          </>
        );
      }}
    </CorrectionShell>
  );
}
