import { fieldOfKey, type Unlocked } from '@beian/contracts/correctable-fields.ts';
import { focusField } from '@beian/ui/forms/error-summary.tsx';
import type { FieldLink } from '@beian/ui/precheck/finding-view.tsx';

/** The way from a finding to its field, where the notice lets the field be corrected. `idOf` names the field's element. */
export const unlockedLink =
  ({ system }: Unlocked, idOf: (path: string) => string): FieldLink =>
  (path) =>
    system.some((key) => fieldOfKey(`system.${key}`) === fieldOfKey(path)) ? () => focusField(idOf(path)) : undefined;
