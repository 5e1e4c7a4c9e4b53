import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { Unlocked } from '@beian/contracts/correctable-fields.ts';
import { FormPrecheck } from '@beian/ui/precheck/form-precheck.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';
import { idOf } from '../registration/registration-form.ts';
import type { Corrected, CorrectionForm } from './correction-form.ts';
import { unlockedLink } from './unlocked-link.ts';

/** 条例预检 of a registration as it will be after the correction (N4): what the notice does not cite is shown and cannot be mended here. */
export function CorrectionPrecheck(props: { application: Corrected; form: CorrectionForm; unlocked: Unlocked }) {
  const { application, form, unlocked } = props;
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
      fieldLink={unlockedLink(unlocked, idOf)}
    />
  );
}
