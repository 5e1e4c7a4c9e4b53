import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { useText } from '../language/language.tsx';
import { Field, type FieldProps } from './field.tsx';

/** As values are kept and shown, and the other ways in which people write a day. */
const isoDay = 'YYYY-MM-DD';
const formats = [isoDay, 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD'];
const calendarName = { zh: '日历', en: 'Calendar' };
const placeholder = { zh: '年-月-日', en: 'YYYY-MM-DD' };

/** A day, typed or taken from a calendar in the language of the page (the browser's own field speaks the browser's); '' for none. */
export function DateField(props: FieldProps & { value: string; onChange: (value: string) => void }) {
  const { value, onChange, ...field } = props;
  const t = useText();
  // The same object for the same day: another one would take what is being typed back whenever the page is drawn anew.
  const day = useMemo(() => (value === '' ? null : dayjs(value, isoDay)), [value]);
  return (
    <Field {...field} value={value}>
      {(aria) => (
        // The library takes an emptied line for one that is still being typed.
        <div onInput={({ target }) => target instanceof HTMLInputElement && target.value === '' && onChange('')}>
          <DatePicker
            {...aria}
            placeholder={t(placeholder)}
            format={formats}
            panelRender={(calendar) => (
              <div role="dialog" aria-label={t(calendarName)}>
                {calendar}
              </div>
            )}
            value={day}
            onChange={(chosen) => onChange(chosen?.format(isoDay) ?? '')}
          />
        </div>
      )}
    </Field>
  );
}
