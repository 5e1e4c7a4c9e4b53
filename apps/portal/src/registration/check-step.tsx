import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Unit } from '@beian/contracts/units.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { documentKindLabels, unitAttachmentKinds } from '@beian/contracts/vocabulary.ts';
import { useDivisions } from '@beian/ui/divisions/use-division-levels.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import type { Step } from './registration-form.ts';
import { RegistrationPrecheck } from './registration-precheck.tsx';
import { texts } from './texts.ts';
import type { StepProps } from './unit-step.tsx';

type Line = [label: string, value: ReactNode];

/** Step 4 (I15): everything once more, each part with a way back, what the regulation has to do with it, and the declaration. */
export function CheckStep(
  props: StepProps & { units: Unit[]; goTo: (step: Step) => void; goToField: (path: string) => void },
) {
  const { form, change, errorOf, units, goTo, goToField } = props;
  const t = useText();
  const { labelOf } = useDictionaries();
  const { system } = form;
  const placeName = usePlaceName(system.place);
  const existing = form.unitChoice === 'existing' ? units.find((unit) => unit.id === form.unitId) : undefined;
  const unit = existing ?? form.unit;
  const unitLines: Line[] = [
    [t(labels['unit.uscc']), unit.uscc],
    [t(labels['unit.type']), unit.type ? labelOf('unit_type', unit.type) : ''],
    [t(labels['unit.name']), unit.name],
    [t(labels['unit.headName']), unit.headName],
    ...unitAttachmentKinds.flatMap((kind): Line[] => {
      const name = existing
        ? existing.attachments.some((one) => one.kind === kind) && '✓'
        : form.unit.attachments[kind]?.name;
      return name ? [[t(documentKindLabels[kind]), name]] : [];
    }),
  ];
  const systemLines: Line[] = [
    [t(labels['system.name']), system.name],
    [t(labels['system.address']), `${placeName}${system.addressDetail}`],
    [t(labels['system.deviceCount']), system.deviceCount],
    [t(labels['system.hasSnapshot']), t(system.hasSnapshot === 'yes' ? shared.yes : shared.no)],
    [t(labels['system.retentionDays']), `${system.retentionDays ?? ''} ${t(texts.days)}`],
    [t(labels['system.safetyOfficerName']), system.safetyOfficerName],
    [t(labels['system.safetyOfficerPhone']), system.safetyOfficerPhone],
    [t(labels['system.firstUseOn']), system.firstUseOn || t(shared.none)],
    [t(labels['system.remarks']), system.remarks || t(shared.none)],
  ];
  return (
    <>
      <Part step="unit" lines={unitLines} goTo={goTo} />
      <Part step="system" lines={systemLines} goTo={goTo} />
      <Part step="devices" lines={[[t(documentKindLabels.device_table), form.deviceTable?.name ?? '']]} goTo={goTo} />
      <RegistrationPrecheck form={form} unitType={unit.type} goToField={goToField} />
      <ConfirmField
        id="truthful"
        label={t(texts.truthful)}
        error={errorOf('truthful')}
        checked={form.truthful}
        onChange={(truthful) => change((now) => ({ ...now, truthful }))}
      />
    </>
  );
}

function Part({ step, lines, goTo }: { step: Exclude<Step, 'check'>; lines: Line[]; goTo: (step: Step) => void }) {
  const t = useText();
  const part = t(texts.steps[step]);
  return (
    <section aria-labelledby={`check-${step}`} style={{ marginBottom: 24 }}>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <h3 id={`check-${step}`} style={{ margin: '0 0 8px' }}>
          {part}
        </h3>
        <Button type="link" aria-label={t(texts.changeOf, { part })} onClick={() => goTo(step)}>
          {t(texts.change)}
        </Button>
      </div>
      <table className="notice">
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" style={{ width: '34%', fontWeight: 400, color: '#4e5969' }}>
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The chosen divisions in words; from lists that the step before has loaded. */
function usePlaceName(place = ''): string {
  const city = useDivisions(place.slice(0, 2), place.length >= 2).data;
  const county = useDivisions(place.slice(0, 4), place.length >= 4).data;
  const street = useDivisions(place.slice(0, 6), place.length >= 6).data;
  const province = useDivisions(undefined, true).data;
  const named = [
    province?.find((one) => one.code === place.slice(0, 2)),
    city?.find((one) => one.code === place.slice(0, 4)),
    county?.find((one) => one.code === place.slice(0, 6)),
    street?.find((one) => one.code === place),
  ];
  const names = named.flatMap((one) => (one && !/^(市辖区|县)$/.test(one.name) ? [one.name] : []));
  return names.filter((name, i) => name !== names[i - 1]).join('');
}
