import { Button } from 'antd';
import type { Filing } from '@beian/contracts/filings.ts';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** The filings that the change is about. */
export function ChosenFilings({ filings, onOthers }: { filings: readonly Filing[]; onOthers: () => void }) {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="chosen-filings">
      <h2 id="chosen-filings">{t(texts.chosen)}</h2>
      {filings.length > 0 && (
        <ScrollRegion label={t(texts.chosenTable)}>
          <table className="notice stacking">
            <ColumnHeads labels={[texts.filing, texts.systemName, texts.place]} />
            <tbody>
              {filings.map(({ number, content: { system } }) => (
                <tr key={number}>
                  <th scope="row">{number}</th>
                  <td>{system.name}</td>
                  <td>{`${system.divisionName}${system.addressDetail}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <div className="actions" style={{ marginTop: 12 }}>
        <Button id="change-filingNumbers" onClick={onOthers}>
          {t(texts.otherNumbers)}
        </Button>
      </div>
    </section>
  );
}
