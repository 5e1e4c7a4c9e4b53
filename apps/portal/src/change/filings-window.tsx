import { Button } from 'antd';
import { useState } from 'react';
import { ChangeRequest } from '@beian/contracts/changes.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { FilingPicker } from './filing-picker.tsx';
import { texts } from './texts.ts';
import { useFilingCheck } from './use-filings.ts';

const numbersIn = (typed: string): string[] => [...new Set(typed.split(/[\s,，、;；]+/).filter(Boolean))];

/** 变更备案信息 (M088–M090): the numbers of the filings, typed or picked, looked up before the form goes on. */
export function FilingsWindow(props: {
  numbers: readonly string[];
  onClose: () => void;
  onChosen: (numbers: string[]) => void;
}) {
  const t = useText();
  const { locale } = useLanguage();
  const check = useFilingCheck();
  const [typed, setTyped] = useState(props.numbers.join('\n'));
  const [wrong, setWrong] = useState<FieldError>();
  const [problem, setProblem] = useState<unknown>();
  const [picking, setPicking] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    const numbers = numbersIn(typed);
    setProblem(undefined);
    const [found] = contractErrors(ChangeRequest.shape.filingNumbers, numbers, locale);
    const at = found && numbers[Number(found.path)];
    setWrong(found && { ...found, message: at ? `${at}${t(shared.colon)}${found.message}` : found.message });
    if (found) {
      document.getElementById('change-window-numbers')?.focus();
      return;
    }
    setBusy(true);
    try {
      const complaints = await check(numbers);
      if (complaints.length === 0) props.onChosen(numbers);
      else setWrong({ path: 'filingNumbers', message: complaints.join(' ') });
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t(texts.window)}
      width={720}
      ok={t(texts.submitNumbers)}
      busy={busy}
      problem={problem}
      onOk={() => void submit()}
      onClose={props.onClose}
    >
      <TextField
        id="change-window-numbers"
        label={t(texts.numbers)}
        hint={t(texts.numbersHint)}
        error={wrong}
        required
        rows={3}
        value={typed}
        onChange={setTyped}
      />
      {picking ? (
        <FilingPicker chosen={numbersIn(typed)} onChange={(numbers) => setTyped(numbers.join('\n'))} />
      ) : (
        <Button onClick={() => setPicking(true)}>{t(texts.pick)}</Button>
      )}
    </Dialog>
  );
}
