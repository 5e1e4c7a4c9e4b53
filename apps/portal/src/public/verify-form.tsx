import '@beian/ui/forms/without-eval.ts';
import { useState, type FormEvent } from 'react';
import { z } from 'zod';
import { FilingNumber } from '@beian/contracts/common.ts';
import { Button } from '@beian/ui/forms/button.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';

const texts = {
  number: { zh: '要核验的备案编号', en: 'Filing number to verify' },
  hint: { zh: '15 位，见备案证明', en: '15 characters, on the certificate' },
  verify: { zh: '核验', en: 'Verify' },
} as const;
const Asked = z.object({ number: FilingNumber });

/** A number that somebody has on paper, to be typed (I38). */
export function VerifyForm() {
  const t = useText();
  const { locale } = useLanguage();
  const [number, setNumber] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const verify = (event: FormEvent) => {
    event.preventDefault();
    const asked = { number: number.replaceAll(/\s/g, '').toUpperCase() };
    const wrong = contractErrors(Asked, asked, locale);
    setErrors(wrong);
    if (wrong.length === 0) location.assign(`/public/verify/${asked.number}`);
    else document.getElementById('verify-number')?.focus();
  };
  return (
    <form className="panel" noValidate onSubmit={verify}>
      <TextField
        id="verify-number"
        label={t(texts.number)}
        hint={t(texts.hint)}
        error={errors[0]}
        required
        value={number}
        maxLength={24}
        autoComplete="off"
        onChange={setNumber}
      />
      <Button type="submit" primary>
        {t(texts.verify)}
      </Button>
    </form>
  );
}
