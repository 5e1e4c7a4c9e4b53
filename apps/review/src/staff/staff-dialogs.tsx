import { Checkbox } from 'antd';
import { useState } from 'react';
import { Suspend, WithdrawRoles, type Colleague } from '@beian/contracts/staff.ts';
import { staffRoleLabels, staffRoles, type StaffRole } from '@beian/contracts/vocabulary.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

type Props = { colleague: Colleague; onClose: () => void };
const idOf = (path: string) => `staff-${path}`;

/** 暂停, with its reason. */
export function SuspendDialog({ colleague: { accountId, staffNo }, onClose }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  const form = useContractForm(Suspend, (body) => api.post(`/api/staff/${accountId}/suspension`, body));
  const labelOf = () => t(texts.reason);
  return (
    <FormDialog
      title={t(texts.suspendOne, { staffNo })}
      {...{ form, idOf, labelOf, onClose }}
      body={() => ({ reason })}
    >
      <TextField
        id={idOf('reason')}
        label={t(texts.reason)}
        hint={t(texts.reasonHint)}
        required
        rows={2}
        maxLength={200}
        error={form.errorOf('reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** Roles of the sign-in that have no effect here. */
export function WithdrawRolesDialog({ colleague, onClose }: Props) {
  const t = useText();
  const { accountId, staffNo, withdrawnRoles } = colleague;
  const [roles, setRoles] = useState<StaffRole[]>(withdrawnRoles);
  const form = useContractForm(WithdrawRoles, (body) => api.put(`/api/staff/${accountId}/withdrawn-roles`, body));
  const labelOf = () => t(texts.roles);
  return (
    <FormDialog title={t(texts.narrowOne, { staffNo })} {...{ form, idOf, labelOf, onClose }} body={() => ({ roles })}>
      <fieldset className="field" id={idOf('roles')}>
        <legend>{t(texts.roles)}</legend>
        <p className="hint">{t(texts.narrowHint)}</p>
        <Checkbox.Group<StaffRole>
          value={roles}
          options={staffRoles.map((value) => ({ value, label: t(staffRoleLabels[value]) }))}
          onChange={setRoles}
        />
      </fieldset>
    </FormDialog>
  );
}
