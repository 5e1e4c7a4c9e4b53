import { Descriptions } from 'antd';
import type { AppealContent, Determination } from '@beian/contracts/appeals.ts';
import { correctableFieldLabels as fields } from '@beian/contracts/correctable-fields.ts';
import { appealFindingLabels, holderChangeLabels } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { useText, useTime } from '../language/language.tsx';
import { useFileLink } from './content-view.tsx';

const texts = {
  title: { zh: '申诉内容', en: 'The appeal' },
  ground: { zh: '申诉事由', en: 'Ground' },
  filing: { zh: '备案编号', en: 'Filing number' },
  contact: { zh: '联系人', en: 'Contact' },
  evidence: { zh: '证明材料 {n}', en: 'Evidence {n}' },
  determination: { zh: '申诉决定', en: 'Determination' },
};

/** What an appeal says, with its evidence. */
export function AppealView(props: {
  appeal: AppealContent;
  fileName?: (documentId: string) => string | undefined;
  onOpen?: (documentId: string) => void;
  closed?: boolean;
}) {
  const { ground, filingNumber, description, evidenceIds, contactName, contactPhone } = props.appeal;
  const t = useText();
  const { labelOf } = useDictionaries();
  const file = useFileLink(props);
  const line = (key: string, label: string, children: React.ReactNode) => ({ key, label, children });
  return (
    <section className="panel" aria-labelledby="content-appeal">
      <h2 id="content-appeal">{t(texts.title)}</h2>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          line('ground', t(texts.ground), labelOf('appeal_ground', ground)),
          ...(filingNumber ? [line('filing', t(texts.filing), filingNumber)] : []),
          line(
            'description',
            t(fields['appeal.description']),
            <span style={{ whiteSpace: 'pre-wrap' }}>{description}</span>,
          ),
          line(
            'evidence',
            t(fields['appeal.evidenceIds']),
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {evidenceIds.map((id, i) => (
                <li key={id}>{file(id, t(texts.evidence, { n: i + 1 }))}</li>
              ))}
            </ul>,
          ),
          ...(contactName ? [line('contact', t(texts.contact), `${contactName} ${contactPhone ?? ''}`)] : []),
        ]}
      />
    </section>
  );
}

/** How an appeal was answered, in the organ's words. */
export function DeterminationView({ determination }: { determination: Determination }) {
  const { finding, words, reasonCode, holderChange, decidedAt } = determination;
  const t = useText();
  const time = useTime();
  const { labelOf } = useDictionaries();
  return (
    <section className="panel" aria-labelledby="determination">
      <h2 id="determination">{t(texts.determination)}</h2>
      <p>
        <strong>{t(appealFindingLabels[finding])}</strong> · <time dateTime={decidedAt}>{time(decidedAt)}</time>
      </p>
      {holderChange && <p>{t(holderChangeLabels[holderChange])}</p>}
      {reasonCode && <p>{labelOf('rejection_reason', reasonCode)}</p>}
      <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>
    </section>
  );
}
