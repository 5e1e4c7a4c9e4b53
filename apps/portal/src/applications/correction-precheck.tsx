import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { fieldOfKey, type Unlocked } from '@beian/contracts/correctable-fields.ts';
import { focusField } from '@beian/ui/forms/error-summary.tsx';
import { FormPrecheck } from '@beian/ui/precheck/form-precheck.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';
import { idOf } from '../registration/registration-form.ts';
import type { Corrected, CorrectionForm } from './correction-form.ts';

/** 条例预检 of a registration as it will be after the correction (N4): what the notice does not cite is shown and cannot be mended here. */
export function CorrectionPrecheck(props: { application: Corrected; form: CorrectionForm; unlocked: Unlocked }) {
  const { application, form, unlocked } = props;
  const mends = (path: string) =>
    unlocked.system.some((key) => fieldOfKey(`system.${key}`) === fieldOfKey(path)) || undefined;
  return (
    <FormPrecheck
      heading="h2"
      checked={{
        system: {
          name: form.systemName,
          addressDetail: form.addressDetail,
          hasSnapshot: form.hasSnapshot === 'yes',
          retentionDays: form.retentionDays,
          firstUseOn: form.firstUseOn || undefined,
          remarks: form.remarks,
        },
        unitType: form.type,
        filedOn: beijingDay(new Date(application.submittedAt)),
      }}
      deviceTable={form.deviceTable ?? { id: application.content.system.deviceTableId }}
      besideTable={unlocked.system.includes('deviceTableId')}
      intro={texts.forFiler}
      fieldLink={(path) => mends(path) && (() => focusField(idOf(path)))}
    />
  );
}
