import { Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { MakeSharingCredential, type MadeSharingCredential } from '@beian/contracts/sharing.ts';
import { apiCredentialLimits, wholeCountry } from '@beian/contracts/vocabulary.ts';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const { department, purpose, area, validDays } = texts;
const labels = { department, purpose, area, validDays } as const;
// The area is chosen level by level: its summary leads to the first.
const idOf = (path: string) => (path === 'area' ? 'sharing-area-province' : `sharing-${path}`);

/**
 * 新增共享凭证: for an area within that of the operator's organ; the ministry's may choose the whole country. What was made is told as the
 * dialog closes: until then it keeps the focus.
 */
export function MakeCredentialDialog({ onClose }: { onClose: (made?: MadeSharingCredential) => void }) {
  const t = useText();
  const me = useMe();
  const [typed, setTyped] = useState({ department: '', purpose: '' });
  const [place, setPlace] = useState<string>();
  const [everywhere, setEverywhere] = useState(false);
  const [days, setDays] = useState<number | undefined>(apiCredentialLimits.usualDays);
  const made = useRef<MadeSharingCredential>(undefined);
  const form = useContractForm(MakeSharingCredential, async (body, key) => {
    made.current = await api.create<MadeSharingCredential>('/api/sharing/credentials', body, key);
  });
  // Emptied is no wish for the usual.
  const body = () => ({ ...typed, area: everywhere ? wholeCountry : place, validDays: days ?? null });
  const labelOf = (path: string) => (Object.hasOwn(labels, path) ? t(labels[path as keyof typeof labels]) : undefined);
  return (
    <FormDialog title={t(texts.add)} {...{ form, body, idOf, labelOf }} onClose={() => onClose(made.current)}>
      <TextField
        id={idOf('department')}
        label={t(texts.department)}
        hint={t(texts.departmentHint)}
        required
        maxLength={100}
        error={form.errorOf('department')}
        value={typed.department}
        onChange={(value) => setTyped({ ...typed, department: value })}
      />
      <TextField
        id={idOf('purpose')}
        label={t(texts.purpose)}
        hint={t(texts.purposeHint)}
        required
        rows={2}
        maxLength={200}
        error={form.errorOf('purpose')}
        value={typed.purpose}
        onChange={(value) => setTyped({ ...typed, purpose: value })}
      />
      <fieldset className="field">
        <legend>{t(texts.area)}</legend>
        <p className="hint">{t(texts.areaHint)}</p>
        {me.data?.organ?.level === 'national' && (
          <div style={{ marginBottom: 12 }}>
            <Checkbox checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)}>
              {t(texts.country)}
            </Checkbox>
          </div>
        )}
        {!everywhere && (
          <DivisionFields id="sharing-area" anyLevel value={place} error={form.errorOf('area')} onChange={setPlace} />
        )}
      </fieldset>
      <NumberField
        id={idOf('validDays')}
        label={t(texts.validDays)}
        hint={t(texts.validDaysHint)}
        required
        unit={t(texts.days)}
        error={form.errorOf('validDays')}
        value={days}
        onChange={setDays}
      />
    </FormDialog>
  );
}
