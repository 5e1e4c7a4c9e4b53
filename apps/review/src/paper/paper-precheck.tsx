import { focusField } from '@beian/ui/forms/error-summary.tsx';
import { FormPrecheck } from '@beian/ui/precheck/form-precheck.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';
import { idOf, type PaperForm } from './paper-form.ts';

/** 条例预检 of what the clerk has entered (N4). The form on paper has no date of first use, so nothing is said of the time to file. */
export function PaperPrecheck({ form }: { form: PaperForm }) {
  const { systemName: name, addressDetail, hasSnapshot, retentionDays, remarks } = form;
  return (
    <FormPrecheck
      checked={{
        system: { name, addressDetail, retentionDays, remarks, hasSnapshot: hasSnapshot && hasSnapshot === 'yes' },
        unitType: form.type,
      }}
      deviceTable={form.deviceTable}
      besideTable
      intro={texts.forClerk}
      fieldLink={(path) => () => focusField(idOf(path))}
    />
  );
}
