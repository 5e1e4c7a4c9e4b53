import { z } from 'zod';
import { correctableFieldLabels as fields } from '@beian/contracts/correctable-fields.ts';
import { disputesHolder } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { DivisionSelects } from '@beian/ui/divisions/division-selects.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What an appeal is about, right or wrong. */
export const MatterValues = z.object({
  ground: z.string().optional().catch(undefined),
  filingNumber: z.string().catch(''),
  place: z.string().optional().catch(undefined),
  description: z.string().catch(''),
});
export type MatterValues = z.infer<typeof MatterValues>;
export const noMatter: MatterValues = { ground: undefined, filingNumber: '', place: undefined, description: '' };

export const idOf = (path: string): string =>
  path === 'countyCode' ? 'appeal-place-county' : `appeal-${path.replace(/^appeal\./, '').replaceAll('.', '-')}`;

/** Whether the form asks for a county: no filing says whose appeal it is. */
const asksPlace = ({ ground, filingNumber }: MatterValues) => !disputesHolder(ground) && filingNumber.trim() === '';

/** The matter as the API takes it. */
export const matterOf = (form: MatterValues) => ({
  ...(form.ground ? { ground: form.ground } : {}),
  ...(form.filingNumber.trim() ? { filingNumber: form.filingNumber.trim() } : {}),
  ...(asksPlace(form) && form.place && form.place.length >= 6 ? { countyCode: form.place.slice(0, 6) } : {}),
  description: form.description.trim(),
});

/** 申诉事由, 备案编号 or the place, 申诉说明: the same with and without sign-in. */
export function AppealFields(props: {
  form: MatterValues;
  signedIn: boolean;
  errorOf: (path: string) => FieldError | undefined;
  set: (part: Partial<MatterValues>) => void;
}) {
  const { form, signedIn, errorOf, set } = props;
  const t = useText();
  const { optionsOf } = useDictionaries();
  return (
    <>
      <RadioField
        id={idOf('ground')}
        label={t(texts.ground)}
        required
        vertical
        error={errorOf('ground')}
        value={form.ground}
        options={optionsOf('appeal_ground', form.ground)}
        onChange={(ground) => set({ ground })}
      />
      <TextField
        id={idOf('filingNumber')}
        label={t(texts.number)}
        hint={t(signedIn ? texts.numberHint : texts.publicNumberHint)}
        error={errorOf('filingNumber')}
        required={disputesHolder(form.ground)}
        inputMode="numeric"
        maxLength={20}
        value={form.filingNumber}
        onChange={(filingNumber) => set({ filingNumber })}
      />
      {asksPlace(form) && (
        <fieldset className="field" style={{ maxWidth: 'none' }}>
          <legend>{t(texts.place)}</legend>
          <p className="hint">{t(texts.placeHint)}</p>
          <DivisionSelects
            id="appeal-place"
            value={form.place}
            error={errorOf('countyCode')}
            onChange={(place) => set({ place })}
          />
        </fieldset>
      )}
      <TextField
        id={idOf('description')}
        label={t(fields['appeal.description'])}
        hint={t(texts.descriptionHint)}
        error={errorOf('description')}
        required
        rows={6}
        maxLength={2000}
        value={form.description}
        onChange={(description) => set({ description })}
      />
    </>
  );
}
