import type { DeviceOverlap, SystemDuplicate } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { deviceMatchLabels } from '@beian/contracts/vocabulary.ts';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What others hold or file too: the same system of the same unit (I30), the same devices (N11). Nothing when there is nothing. */
export function OverlapsView({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const { overlaps, duplicates } = task;
  if (overlaps.length + duplicates.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="overlaps">
      <h2 id="overlaps">{t(texts.overlaps)}</h2>
      {duplicates.length > 0 && (
        <>
          <h3>{t(texts.duplicates)}</h3>
          <ul>
            {duplicates.map((duplicate) => (
              <li key={duplicate.number}>
                <Other other={duplicate} />
              </li>
            ))}
          </ul>
        </>
      )}
      {overlaps.length > 0 && <h3>{t(texts.sameDevices)}</h3>}
      {overlaps.map((overlap) => (
        <Overlap key={overlap.number} overlap={overlap} />
      ))}
    </section>
  );
}

function Other({ other }: { other: SystemDuplicate }) {
  const t = useText();
  const { number, systemName, organ } = other;
  return (
    <>
      {t(other.of === 'filing' ? texts.otherFiling : texts.otherApplication, { number, systemName, organ: organ.name })}
    </>
  );
}

function Overlap({ overlap }: { overlap: DeviceOverlap }) {
  const t = useText();
  const { devices, number, total } = overlap;
  return (
    <details className="answer">
      <summary>
        <Other other={overlap} /> {t(texts.sameCount, { count: total })}
      </summary>
      {total > devices.length && <p className="hint">{t(texts.listedDevices, { count: devices.length })}</p>}
      <ScrollRegion label={`${t(texts.sameDevices)} ${number}`}>
        <table className="notice">
          <ColumnHeads labels={[texts.ownSerial, texts.otherSerial, texts.match]} />
          <tbody>
            {devices.map(({ serial, otherSerial, match }) => (
              <tr key={serial}>
                <td>{serial}</td>
                <td>{otherSerial}</td>
                <td>{t(deviceMatchLabels[match])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
