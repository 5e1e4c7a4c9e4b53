import { useState } from 'react';
import type { Organ } from '@beian/contracts/accounts.ts';
import { AddOrgan, ChangeOrgan } from '@beian/contracts/organs.ts';
import {
  addedOrganKinds,
  organKindLabels,
  organLevelLabels,
  organLevels,
  type AddedOrganKind,
  type OrganLevel,
} from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { OrganField } from './organ-field.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `organ-${path}`;
const labels = {
  kind: texts.kind,
  name: texts.name,
  level: texts.level,
  divisionCode: texts.division,
  superiorCode: texts.superior,
  successorCode: texts.successor,
} as const;
const useLabelOf = () => {
  const t = useText();
  return (path: string) => (Object.hasOwn(labels, path) ? t(labels[path as keyof typeof labels]) : undefined);
};

type Draft = {
  kind?: AddedOrganKind;
  name: string;
  level?: OrganLevel;
  divisionCode: string;
  superiorCode?: string;
};

/** A railway, aviation or port organ, or the branch of a development zone. */
export function AddOrganDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const labelOf = useLabelOf();
  const [draft, setDraft] = useState<Draft>({ name: '', divisionCode: '' });
  const form = useContractForm(AddOrgan, (body, key) => api.create('/api/organs', body, key));
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <FormDialog title={t(texts.add)} {...{ form, idOf, labelOf, onClose }} body={() => draft}>
      <ChoiceField
        id={idOf('kind')}
        label={t(texts.kind)}
        required
        error={form.errorOf('kind')}
        value={draft.kind}
        options={addedOrganKinds.map((value) => ({ value, label: t(organKindLabels[value]) }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        id={idOf('name')}
        label={t(texts.name)}
        required
        maxLength={100}
        error={form.errorOf('name')}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        id={idOf('level')}
        label={t(texts.level)}
        required
        error={form.errorOf('level')}
        value={draft.level}
        options={organLevels
          .filter((value) => value !== 'national')
          .map((value) => ({ value, label: t(organLevelLabels[value]) }))}
        onChange={(level) => set({ level })}
      />
      <TextField
        id={idOf('divisionCode')}
        label={t(texts.division)}
        hint={t(texts.divisionHint)}
        required
        inputMode="numeric"
        error={form.errorOf('divisionCode')}
        value={draft.divisionCode}
        onChange={(divisionCode) => set({ divisionCode })}
      />
      <OrganField
        id={idOf('superiorCode')}
        label={t(texts.superior)}
        near={draft.divisionCode.slice(0, 4) || undefined}
        error={form.errorOf('superiorCode')}
        value={draft.superiorCode}
        onChange={(superiorCode) => set({ superiorCode })}
      />
    </FormDialog>
  );
}

/** Renames an organ, puts it under another superior, or closes it. Only what was changed is sent. */
export function ChangeOrganDialog({ organ, onClose }: { organ: Organ; onClose: () => void }) {
  const t = useText();
  const labelOf = useLabelOf();
  const [name, setName] = useState(organ.name);
  const [superiorCode, setSuperiorCode] = useState(organ.superiorCode ?? undefined);
  const [successorCode, setSuccessorCode] = useState<string>();
  const form = useContractForm(ChangeOrgan, (body) => api.patch(`/api/organs/${organ.code}`, body));
  const body = () => ({
    ...(name === organ.name ? {} : { name }),
    ...(superiorCode === (organ.superiorCode ?? undefined) ? {} : { superiorCode }),
    ...(successorCode ? { successorCode } : {}),
  });
  const near = organ.divisionCode.slice(0, 4);
  return (
    <FormDialog title={t(texts.changeOne, { name: organ.name })} {...{ form, idOf, labelOf, body, onClose }}>
      <TextField
        id={idOf('name')}
        label={t(texts.name)}
        required
        maxLength={100}
        error={form.errorOf('name')}
        value={name}
        onChange={setName}
      />
      <OrganField
        id={idOf('superiorCode')}
        label={t(texts.superior)}
        except={organ.code}
        near={near}
        required={false}
        error={form.errorOf('superiorCode')}
        value={superiorCode}
        onChange={setSuperiorCode}
      />
      <OrganField
        id={idOf('successorCode')}
        label={t(texts.successor)}
        hint={t(texts.successorHint)}
        except={organ.code}
        near={near}
        required={false}
        error={form.errorOf('successorCode')}
        value={successorCode}
        onChange={setSuccessorCode}
      />
    </FormDialog>
  );
}
