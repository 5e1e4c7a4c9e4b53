import { Descriptions } from 'antd';
import type { AppealContent } from '@beian/contracts/appeals.ts';
import { correctableFieldLabels as fields } from '@beian/contracts/correctable-fields.ts';
import type { DocumentScan } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { useText } from '../language/language.tsx';
import { useFileLink } from './content-view.tsx';

const texts = {
  title: { zh: '申诉内容', en: 'The appeal' },
  ground: { zh: '申诉事由', en: 'Ground' },
  filing: { zh: '备案编号', en: 'Filing number' },
  contact: { zh: '联系人', en: 'Contact' },
  evidence: { zh: '证明材料 {n}', en: 'Evidence {n}' },
};

/** What an appeal says, with its evidence. */
export function AppealView(props: {
  appeal: AppealContent;
  fileName?: (documentId: string) => string | undefined;
  onOpen?: (documentId: string) => void;
  closed?: boolean;
  scanOf?: (documentId: string) => DocumentScan | undefined;
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
