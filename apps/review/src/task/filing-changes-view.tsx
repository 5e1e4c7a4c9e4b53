import type { ReviewedFiling } from '@beian/contracts/changes.ts';
import { DiffTable } from '@beian/ui/application/diff-view.tsx';
import { DeviceDiffView } from '@beian/ui/devices/device-diff-view.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { FindingList } from '@beian/ui/precheck/precheck-view.tsx';
import { texts as precheckTexts } from '@beian/ui/precheck/texts.ts';
import { texts } from './texts.ts';

/** A change filing by filing (N12): against what is filed, device by device, and what a correction changed since the last review. */
export function FilingChangesView({ filings, corrected }: { filings: ReviewedFiling[]; corrected: boolean }) {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="filing-changes">
      <h2 id="filing-changes">{t(texts.filingChanges, { count: filings.length })}</h2>
      {filings.map((filing) => {
        const name = t(texts.filing, { number: filing.filingNumber, name: filing.systemName });
        return (
          <details key={filing.filingNumber} open={filings.length <= 5} style={{ marginBottom: 16 }}>
            <summary>
              <strong>{name}</strong>
            </summary>
            {filing.movesFrom && <p>{t(texts.moves, { organ: filing.movesFrom.name })}</p>}
            <DiffTable diff={filing.diff} label={`${t(texts.differs)} ${filing.filingNumber}`} />
            {filing.devices && <DeviceDiffView diff={filing.devices} of={filing.filingNumber} />}
            {filing.precheck.length > 0 && (
              <>
                <h3>{t(precheckTexts.count, { count: filing.precheck.length })}</h3>
                <p className="hint">{t(precheckTexts.forReviewer)}</p>
                <FindingList findings={filing.precheck} />
              </>
            )}
            {corrected && filing.corrected.length > 0 && (
              <>
                <h3>{t(texts.corrected)}</h3>
                <DiffTable diff={filing.corrected} label={`${t(texts.corrected)} ${filing.filingNumber}`} />
              </>
            )}
          </details>
        );
      })}
    </section>
  );
}
