import type { PreviewedFiling } from '@beian/contracts/changes.ts';
import type { PrecheckFinding } from '@beian/contracts/precheck.ts';
import { useText } from '@beian/ui/language/language.tsx';
import type { FieldLink } from '@beian/ui/precheck/finding-view.tsx';
import { FindingList, PrecheckSection } from '@beian/ui/precheck/precheck-view.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';

type Same = { numbers: string[]; findings: PrecheckFinding[] };

/** 条例预检 of what a change changes (N4); filings with the same findings stand together. */
export function ChangePrecheck(props: {
  filings: readonly PreviewedFiling[];
  /** The way to a field as it stands for a filing. */
  linkOf: (filingNumber: string) => FieldLink;
}) {
  const { filings, linkOf } = props;
  const t = useText();
  const groups = alike(filings);
  const [only] = groups;
  if (only === undefined || (groups.length === 1 && only.numbers.length === filings.length)) {
    return (
      <PrecheckSection
        as="h3"
        intro={texts.forFiler}
        findings={only?.findings ?? []}
        fieldLink={linkOf(only?.numbers[0] ?? '')}
      />
    );
  }
  return (
    <PrecheckSection as="h3" intro={texts.forFiler} findings={[]} complete={false}>
      {groups.map(({ numbers, findings }) => (
        <div key={numbers[0]}>
          <h4>{t(texts.filing, { numbers: numbers.join('、') })}</h4>
          <FindingList findings={findings} fieldLink={linkOf(numbers[0] ?? '')} />
        </div>
      ))}
    </PrecheckSection>
  );
}

/** Filings with findings by what was found, in the order of the request. */
function alike(filings: readonly PreviewedFiling[]): Same[] {
  const groups = new Map<string, Same>();
  for (const { filingNumber, precheck: findings } of filings) {
    if (findings.length === 0) continue;
    const key = JSON.stringify(findings);
    const known = groups.get(key);
    if (known) known.numbers.push(filingNumber);
    else groups.set(key, { numbers: [filingNumber], findings });
  }
  return [...groups.values()];
}
