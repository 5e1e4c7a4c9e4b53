import { Descriptions } from 'antd';
import type { DisputedFiling } from '@beian/contracts/appeals.ts';
import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** The filing that an appeal is about, as it stands in the register. */
export function DisputedView({ filing }: { filing: DisputedFiling }) {
  const t = useText();
  const time = useTime();
  const line = (key: string, label: string, children: string) => ({ key, label, children });
  return (
    <section className="panel" aria-labelledby="disputed">
      <h2 id="disputed">{t(texts.disputed)}</h2>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          line('number', t(texts.filingNumber), filing.number),
          line('status', t(texts.filingStatus), t(filingStatusLabels[filing.status])),
          line('unit', t(texts.unit), `${filing.unitName} ${filing.uscc}`),
          line('system', t(texts.system), `${filing.systemName} · ${filing.divisionName}`),
          line('registered', t(texts.registeredAt), time(filing.registeredAt)),
          line('holder', t(texts.holderSince), filing.holderSince ? time(filing.holderSince) : t(shared.none)),
          ...(filing.heldBy ? [line('held', t(texts.heldByAppeal), filing.heldBy)] : []),
        ]}
      />
    </section>
  );
}
