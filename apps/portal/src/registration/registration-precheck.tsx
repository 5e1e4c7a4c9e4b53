import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { UnitType } from '@beian/contracts/vocabulary.ts';
import { FormPrecheck } from '@beian/ui/precheck/form-precheck.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';
import type { RegistrationForm } from './registration-form.ts';

/** 条例预检 of a registration before it is submitted (N4). */
export function RegistrationPrecheck(props: {
  form: RegistrationForm;
  unitType: UnitType | undefined;
  goToField: (path: string) => void;
}) {
  const { form, unitType, goToField } = props;
  const { hasSnapshot, firstUseOn, ...system } = form.system;
  return (
    <FormPrecheck
      checked={{
        system: {
          ...system,
          hasSnapshot: hasSnapshot && hasSnapshot === 'yes',
          firstUseOn: firstUseOn || undefined,
        },
        unitType,
        filedOn: beijingDay(new Date()),
      }}
      deviceTable={form.deviceTable}
      intro={texts.forFiler}
      fieldLink={(path) => () => goToField(path)}
    />
  );
}
