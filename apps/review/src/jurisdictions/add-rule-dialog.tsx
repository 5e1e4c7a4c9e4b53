import { useState } from 'react';
import { AddJurisdiction } from '@beian/contracts/organs.ts';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { OrganField } from '../organs/organ-field.tsx';
import { texts } from './texts.ts';

const labels = {
  divisionCode: texts.division,
  organCode: texts.organ,
  effectiveFrom: texts.from,
  note: texts.note,
} as const;
const idOf = (path: string) => `rule-${path}`;

/** From a day on another organ for the chosen county or street. */
export function AddRuleDialog({ division, onClose }: { division: string; onClose: () => void }) {
  const t = useText();
  const [organCode, setOrganCode] = useState<string>();
  const [effectiveFrom, setEffectiveFrom] = useState('');
  const [note, setNote] = useState('');
  const form = useContractForm(AddJurisdiction, (body, key) => api.create('/api/jurisdictions', body, key));
  const body = () => ({ divisionCode: division, organCode, effectiveFrom, ...(note.trim() ? { note } : {}) });
  const labelOf = (path: string) => (Object.hasOwn(labels, path) ? t(labels[path as keyof typeof labels]) : undefined);
  return (
    <FormDialog title={t(texts.add)} {...{ form, body, idOf, labelOf, onClose }}>
      <p className="hint">{t(texts.addHint)}</p>
      <OrganField
        id={idOf('organCode')}
        label={t(texts.organ)}
        near={division.slice(0, 4)}
        error={form.errorOf('organCode')}
        value={organCode}
        onChange={setOrganCode}
      />
      <DateField
        id={idOf('effectiveFrom')}
        label={t(texts.from)}
        required
        error={form.errorOf('effectiveFrom')}
        value={effectiveFrom}
        onChange={setEffectiveFrom}
      />
      <TextField
        id={idOf('note')}
        label={t(texts.note)}
        maxLength={200}
        error={form.errorOf('note')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
}
