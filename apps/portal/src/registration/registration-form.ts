import { z } from 'zod';
import { RegistrationSubmission } from '@beian/contracts/submissions.ts';
import { requiredAttachments, type Filer } from '@beian/contracts/attachment.rules.ts';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { proofOf } from '@beian/contracts/dictionary.rules.ts';
import { StoredDocument } from '@beian/contracts/documents.ts';
import { fieldMessage } from '@beian/contracts/field-messages.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import { SystemInput } from '@beian/contracts/systems.ts';
import { UnitInput, type Unit } from '@beian/contracts/units.ts';
import { documentKindLabels, unitAttachmentKinds, type UnitAttachmentKind } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { choiceErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';

const text = z.string().catch('');
const number = z.number().optional().catch(undefined);
const file = StoredDocument.optional().catch(undefined);
const attachments = z.object({
  business_licence: file,
  legal_person_certificate: file,
  registration_authorisation: file,
});

/** What the form holds at any moment, right or wrong; a draft keeps exactly this. Reading an old or damaged draft gives what can be read. */
export const RegistrationForm = z.object({
  unitChoice: z.enum(['existing', 'new']).catch('existing'),
  unitId: z.string().optional().catch(undefined),
  unit: z
    .object({
      uscc: text,
      type: z.string().optional().catch(undefined),
      name: text,
      headName: text,
      attachments: attachments.catch({}),
    })
    .catch({ uscc: '', name: '', headName: '', attachments: {} }),
  system: z
    .object({
      name: text,
      /** Division code chosen so far: 2, 4, 6 or 9 digits. */
      place: z.string().optional().catch(undefined),
      placeName: text,
      addressDetail: text,
      deviceCount: number,
      hasSnapshot: z.enum(['yes', 'no']).optional().catch(undefined),
      retentionDays: number,
      safetyOfficerName: text,
      safetyOfficerPhone: text,
      firstUseOn: text,
      remarks: text,
    })
    .catch({
      name: '',
      placeName: '',
      addressDetail: '',
      safetyOfficerName: '',
      safetyOfficerPhone: '',
      firstUseOn: '',
      remarks: '',
    }),
  deviceTable: file,
  truthful: z.boolean().catch(false),
});
export type RegistrationForm = z.output<typeof RegistrationForm>;
export const emptyForm = (): RegistrationForm => RegistrationForm.parse({ unit: {}, system: {} });

export const steps = ['unit', 'system', 'devices', 'check'] as const;
export type Step = (typeof steps)[number];

/** The unit as the API takes it. */
export const unitInputOf = ({ unit }: RegistrationForm): Record<string, unknown> => ({
  uscc: unit.uscc,
  type: unit.type,
  name: unit.name,
  headName: unit.headName,
  attachments: unitAttachmentKinds.flatMap((kind) => {
    const document = unit.attachments[kind];
    return document ? [{ kind, documentId: document.id }] : [];
  }),
});

/** The system as the API takes it. */
export function systemInputOf({ system, deviceTable }: RegistrationForm): Record<string, unknown> {
  const { place, placeName: _, hasSnapshot, firstUseOn, remarks, ...rest } = system;
  return {
    ...rest,
    countyCode: place?.slice(0, 6),
    ...(place?.length === 9 ? { streetCode: place } : {}),
    hasSnapshot: hasSnapshot === undefined ? undefined : hasSnapshot === 'yes',
    ...(firstUseOn ? { firstUseOn } : {}),
    ...(remarks ? { remarks } : {}),
    deviceTableId: deviceTable?.id,
  };
}

const filerOf = (me: Me): Filer => (me.uscc ? { kind: 'legal_person', uscc: me.uscc } : { kind: 'personal' });

/** The attachments that the unit as filled in needs (G3); both proofs are open while the type is not chosen. */
export function neededAttachments(me: Me, { unit }: RegistrationForm, all: Dictionaries): UnitAttachmentKind[] {
  const proof = unit.type && proofOf(all, unit.type);
  return proof ? requiredAttachments(filerOf(me), { proof, uscc: unit.uscc.trim().toUpperCase() }) : [];
}

/** What is wrong in a step, in the order of its fields; paths as the API names them. */
export function errorsOfStep(
  step: Step,
  form: RegistrationForm,
  context: { me: Me; units: Unit[]; dictionaries: Dictionaries; locale: Locale },
): FieldError[] {
  const { me, units, dictionaries, locale } = context;
  const under = (part: string, errors: FieldError[]) =>
    errors.map((error) => ({ ...error, path: `${part}.${error.path}` }));
  switch (step) {
    case 'unit': {
      if (form.unitChoice === 'existing') {
        const known = units.some((unit) => unit.id === form.unitId);
        return known ? [] : [{ path: 'unitId', message: fieldMessage('required', locale) }];
      }
      const missing = neededAttachments(me, form, dictionaries).filter((kind) => !form.unit.attachments[kind]);
      return [
        ...under('unit', contractErrors(UnitInput, unitInputOf(form), locale)),
        ...choiceErrors('unit.type', form.unit.type, { dictionary: 'unit_type', dictionaries, locale }),
        ...missing.map((kind) => ({
          path: `attachments.${kind}`,
          message: fieldMessage('attachment.missing', locale, { name: phrase(documentKindLabels[kind], locale) }),
        })),
      ];
    }
    case 'system':
      return under(
        'system',
        contractErrors(SystemInput, systemInputOf(form), locale).filter((error) => error.path !== 'deviceTableId'),
      );
    case 'devices':
      return form.deviceTable ? [] : [{ path: 'system.deviceTableId', message: fieldMessage('required', locale) }];
    case 'check':
      return form.truthful
        ? []
        : contractErrors(RegistrationSubmission.shape.truthful, form.truthful, locale).map((error) => ({
            ...error,
            path: 'truthful',
          }));
  }
}

/** The step that shows a field. */
export const stepOf = (path: string): Step =>
  path.startsWith('unit') || path.startsWith('attachments')
    ? 'unit'
    : path === 'system.deviceTableId' || path === 'deviceTable'
      ? 'devices'
      : path === 'truthful'
        ? 'check'
        : 'system';

/** The element of a field on its step. */
export const idOf = (path: string): string =>
  path === 'system.countyCode' || path === 'system.streetCode' ? 'system-place-county' : path.replaceAll('.', '-');
