import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What stands for all filings in the choice below. */
export const forAll = 'all';

/** Whether what follows holds for all filings or for one of them. */
export function ScopeField(props: {
  filings: readonly { number: string; name: string }[];
  /** Filings with values of their own. */
  own: readonly string[];
  value: string;
  onChange: (scope: string) => void;
}) {
  const { filings, own, value, onChange } = props;
  const t = useText();
  if (filings.length < 2) return null;
  return (
    <>
      <ChoiceField
        id="change-scope"
        label={t(texts.scope)}
        hint={t(texts.scopeHint)}
        value={value}
        options={[
          { value: forAll, label: t(texts.scopeAll) },
          ...filings.map(({ number, name }) => ({ value: number, label: t(texts.scopeOne, { number, name }) })),
        ]}
        onChange={onChange}
      />
      {own.length > 0 && <p role="status">{t(texts.ownValues, { count: own.length })}</p>}
    </>
  );
}
