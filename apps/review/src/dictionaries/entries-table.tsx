import { Button, Space } from 'antd';
import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { inUse } from '@beian/contracts/dictionary.rules.ts';
import {
  dictionaryLabels,
  dictionaryRuleLabels,
  ruleLabels,
  type DictionaryName,
} from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { ListTable } from '../frame/list-table.tsx';
import { texts } from './texts.ts';

/** Every entry of a dictionary in order, retired ones too. */
export function EntriesTable(props: {
  dictionary: DictionaryName;
  entries: DictionaryEntry[];
  today: string;
  onEdit: (entry: DictionaryEntry) => void;
  onRetire: (entry: DictionaryEntry) => void;
  onRestore: (entry: DictionaryEntry) => void;
}) {
  const { dictionary, entries, today, onEdit, onRetire, onRestore } = props;
  const t = useText();
  const ruleLabel = ruleLabels[dictionary];
  return (
    <ListTable<DictionaryEntry>
      label={t(dictionaryLabels[dictionary])}
      size="small"
      rowKey="code"
      dataSource={entries}
      columns={[
        { title: t(texts.position), dataIndex: 'position' },
        {
          title: t(texts.name),
          render: (_, { label }) => (
            <>
              {label.zh}
              <div className="second-line" lang="en">
                {label.en}
              </div>
            </>
          ),
        },
        { title: t(texts.code), render: (_, { code }) => <code>{code}</code> },
        ...(ruleLabel
          ? [
              {
                title: t(ruleLabel),
                render: (_: unknown, { rule }: DictionaryEntry) => rule && t(dictionaryRuleLabels[rule]),
              },
            ]
          : []),
        { title: t(texts.from), dataIndex: 'validFrom' },
        {
          title: t(texts.until),
          render: (_, { fixed, validUntil }) => validUntil ?? t(fixed ? texts.fixed : shared.none),
        },
        { title: t(texts.state), render: (_, entry) => <State entry={entry} today={today} /> },
        {
          title: t(texts.act),
          render: (_, entry) => {
            const name = t(entry.label);
            return (
              <Space>
                <Button size="small" aria-label={t(texts.editOf, { name })} onClick={() => onEdit(entry)}>
                  {t(texts.editShort)}
                </Button>
                {entry.fixed ? null : entry.validUntil === undefined ? (
                  <Button size="small" aria-label={t(texts.retireOf, { name })} onClick={() => onRetire(entry)}>
                    {t(texts.retireShort)}
                  </Button>
                ) : (
                  <Button size="small" aria-label={t(texts.restoreOf, { name })} onClick={() => onRestore(entry)}>
                    {t(texts.restore)}
                  </Button>
                )}
              </Space>
            );
          },
        },
      ]}
    />
  );
}

function State({ entry, today }: { entry: DictionaryEntry; today: string }) {
  const t = useText();
  if (inUse(entry, today)) return <ToneTag tone="good">{t(texts.states.current)}</ToneTag>;
  const upcoming = today < entry.validFrom && entry.validFrom !== entry.validUntil;
  return upcoming ? (
    <ToneTag tone="waiting">{t(texts.states.upcoming)}</ToneTag>
  ) : (
    <ToneTag tone="quiet">{t(texts.states.retired)}</ToneTag>
  );
}
