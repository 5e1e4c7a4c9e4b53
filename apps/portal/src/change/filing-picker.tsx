import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Empty } from 'antd';
import { useState } from 'react';
import { FilingQuery, type Filing } from '@beian/contracts/filings.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

type PickerProps = { chosen: string[]; onChange: (numbers: string[]) => void };

/**
 * Own filings to tick, found by unit and system name as in 备案信息查询. Most accounts have one unit: its code stands there until another is
 * typed. The fields wait for it, as a code that arrives late would be put into what is being typed.
 */
export function FilingPicker(props: PickerProps) {
  const t = useText();
  const units = useQuery({
    queryKey: ['units'],
    queryFn: async () => (await api.get<{ items: Unit[] }>('/api/units')).items,
  });
  return (
    <fieldset className="field">
      <legend>{t(texts.pick)}</legend>
      <Loaded query={units}>{(items) => <OwnFilings {...props} start={items[0]?.uscc ?? ''} />}</Loaded>
    </fieldset>
  );
}

function OwnFilings({ chosen, onChange, start }: PickerProps & { start: string }) {
  const t = useText();
  const { locale } = useLanguage();
  const [typed, setTyped] = useState({ uscc: start, systemName: '' });
  const [asked, setAsked] = useState<Record<string, string>>();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const query = useQuery({
    queryKey: ['filings', asked],
    queryFn: async () => (await api.get<{ items: Filing[] }>(`/api/filings?${queryOf(asked ?? {})}`)).items,
    enabled: asked !== undefined,
  });
  const find = () => {
    const given = { uscc: typed.uscc.trim(), systemName: typed.systemName.trim() };
    const wrong = contractErrors(FilingQuery, given, locale);
    setErrors(wrong);
    if (wrong.length === 0) setAsked(given);
  };
  const toggle = (number: string, on: boolean) =>
    onChange(on ? [...chosen, number] : chosen.filter((one) => one !== number));
  return (
    <>
      <TextField
        id="pick-uscc"
        label={t(texts.unit)}
        error={errors.find((error) => error.path === 'uscc')}
        value={typed.uscc}
        onChange={(uscc) => setTyped({ ...typed, uscc })}
      />
      <TextField
        id="pick-systemName"
        label={t(texts.systemName)}
        error={errors.find((error) => error.path === 'systemName')}
        value={typed.systemName}
        onChange={(systemName) => setTyped({ ...typed, systemName })}
      />
      <Button onClick={find}>{t(texts.find)}</Button>
      {asked && (
        <div aria-live="polite" style={{ marginTop: 12 }}>
          <Loaded query={query}>
            {(filings) =>
              filings.length === 0 ? (
                <Empty description={t(texts.nothing)} />
              ) : (
                filings.map(({ number, content }) => (
                  <div key={number}>
                    <Checkbox
                      checked={chosen.includes(number)}
                      onChange={(event) => toggle(number, event.target.checked)}
                    >
                      {number} · {content.system.name}
                    </Checkbox>
                  </div>
                ))
              )
            }
          </Loaded>
        </div>
      )}
    </>
  );
}
