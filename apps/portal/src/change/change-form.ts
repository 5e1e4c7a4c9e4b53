import { z } from 'zod';
import { ChangedSystem, ChangedUnit, ChangePapers, ChangeSubmission } from '@beian/contracts/changes.ts';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { fieldMessage } from '@beian/contracts/field-messages.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { changedSystemOf, isEmpty, noValues, SystemValues } from './system-values.ts';

const text = z.string().catch('');

/** What the form holds at any moment, right or wrong; a draft keeps exactly this. Reading an old or damaged draft gives what can be read. */
export const ChangeForm = z.object({
  filingNumbers: z.array(z.string()).catch([]),
  unit: z.object({ name: text, headName: text }).catch({ name: '', headName: '' }),
  /** Holds for every filing. */
  system: SystemValues.catch(noValues),
  /** What is different for one filing, by its number. */
  perFiling: z.record(z.string(), SystemValues).catch({}),
  authorisation: StoredDocument.optional().catch(undefined),
  proofs: z.array(StoredDocument).catch([]),
  explanation: text,
  truthful: z.boolean().catch(false),
});
export type ChangeForm = z.output<typeof ChangeForm>;
export const emptyForm = (): ChangeForm => ChangeForm.parse({});

export const steps = ['unit', 'system', 'proofs', 'check'] as const;
export type Step = (typeof steps)[number];

/** Filings with values of their own, in the order of the request. */
export const ownNumbers = ({ filingNumbers, perFiling }: Pick<ChangeForm, 'filingNumbers' | 'perFiling'>): string[] =>
  filingNumbers.filter((number) => perFiling[number] && !isEmpty(perFiling[number]));

const unitOf = ({ unit }: Pick<ChangeForm, 'unit'>): Record<string, unknown> => ({
  ...(unit.name.trim() ? { name: unit.name.trim() } : {}),
  ...(unit.headName.trim() ? { headName: unit.headName.trim() } : {}),
});
const papersOf = (form: ChangeForm): Record<string, unknown> => ({
  explanation: form.explanation.trim(),
  ...(form.authorisation ? { authorisationId: form.authorisation.id } : {}),
  proofIds: form.proofs.map((document) => document.id),
});

/** Values for unit and system: for all filings, or for one of them by its number. */
export type AskedValues = Pick<ChangeForm, 'filingNumbers' | 'unit' | 'system' | 'perFiling'>;

/** They as the API takes them: only what is filled in. */
export function askedOf(form: AskedValues): { unit?: object; system?: object; perFiling?: object[] } {
  const unit = unitOf(form);
  const system = changedSystemOf(form.system);
  const perFiling = ownNumbers(form).map((filingNumber) => ({
    filingNumber,
    system: changedSystemOf(form.perFiling[filingNumber] ?? noValues()),
  }));
  return {
    ...(Object.keys(unit).length > 0 ? { unit } : {}),
    ...(Object.keys(system).length > 0 ? { system } : {}),
    ...(perFiling.length > 0 ? { perFiling } : {}),
  };
}

/** The request as the dry run takes it; with `kind`, `truthful` and `draftId` it is the submission. */
export const requestOf = (form: ChangeForm): Record<string, unknown> => ({
  filingNumbers: form.filingNumbers,
  ...askedOf(form),
  ...papersOf(form),
});

const under = (part: string, errors: FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, path: `${part}.${error.path}` }));

/** What is wrong in a step, in the order of its fields; paths as the API names them. `sealed`: the authorisation is needed. */
export function errorsOfStep(
  step: Step,
  form: ChangeForm,
  { sealed, locale }: { sealed: boolean; locale: Locale },
): FieldError[] {
  switch (step) {
    case 'unit':
      return [
        ...(form.filingNumbers.length > 0
          ? []
          : [{ path: 'filingNumbers', message: fieldMessage('required', locale) }]),
        ...under('unit', contractErrors(ChangedUnit, unitOf(form), locale)),
      ];
    case 'system':
      return [
        ...under('system', contractErrors(ChangedSystem, changedSystemOf(form.system), locale)),
        ...ownNumbers(form).flatMap((number, i) => {
          const own = changedSystemOf(form.perFiling[number] ?? noValues());
          return under(`perFiling.${i}.system`, contractErrors(ChangedSystem, own, locale));
        }),
      ];
    case 'proofs': {
      const name = phrase(documentKindLabels.change_authorisation, locale);
      const missing = { path: 'authorisationId', message: fieldMessage('attachment.missing', locale, { name }) };
      return [
        ...(sealed && !form.authorisation ? [missing] : []),
        ...contractErrors(ChangePapers, papersOf(form), locale),
      ];
    }
    case 'check':
      return contractErrors(ChangeSubmission.shape.truthful, form.truthful, locale).map((error) => ({
        ...error,
        path: 'truthful',
      }));
  }
}

/** The step that shows a field. */
export const stepOf = (path: string): Step => {
  const [part = ''] = path.split('.');
  if (part === 'unit' || part === 'filingNumbers') return 'unit';
  if (part === 'system' || part === 'perFiling') return 'system';
  return part === 'truthful' ? 'check' : 'proofs';
};

/** The field of a path, of whichever filing: `perFiling.0.system.name` is the field `system.name`. */
export const fieldOf = (path: string): string => path.replace(/^perFiling\.\d+\./, '').replace(/\.\d+$/, '');

/** The element of a field on its step. */
export const idOf = (path: string): string => {
  const field = fieldOf(path);
  if (['system.countyCode', 'system.streetCode', 'system.address'].includes(field)) return 'change-system-place-county';
  if (field === 'proofs' || field === 'proofIds') return `change-proofIds-${path.split('.')[1] ?? 0}`;
  return `change-${field.replaceAll('.', '-')}`;
};
