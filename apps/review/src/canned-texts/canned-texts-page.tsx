import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Space, Table } from 'antd';
import { useState } from 'react';
import type { CannedText } from '@beian/contracts/canned-texts.ts';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import { applicationKindLabels, cannedUseLabels, decisionOutcomeLabels } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { mayEdit } from '../content/for-editors.tsx';
import { mayLead } from '../frame/roles.ts';
import { review } from '../frame/texts.ts';
import { CannedTextForm } from './canned-text-form.tsx';
import { texts } from './texts.ts';

/** 常用语 (I11): what reviewers pick from; who keeps some adds, changes and deletes them here. */
export function CannedTextsPage() {
  const t = useText();
  const me = useMe();
  const [editing, setEditing] = useState<CannedText>();
  const query = useQuery({
    queryKey: ['canned-texts'],
    queryFn: async () => (await api.get<{ items: CannedText[] }>('/api/review/canned-texts')).items,
  });
  const keeping = mayLead(me.data) || mayEdit(me.data);
  return (
    <Page title={t(texts.title)} system={t(review.name)}>
      <p>{t(texts.intro)}</p>
      {keeping && <CannedTextForm key={editing?.id ?? 'new'} start={editing} onDone={() => setEditing(undefined)} />}
      <Loaded query={query}>
        {(items) => (
          <div className="panel">
            <Texts items={items} onEdit={setEditing} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Texts({ items, onEdit }: { items: CannedText[]; onEdit: (text: CannedText) => void }) {
  const t = useText();
  const remove = async (id: string) => {
    await api.remove(`/api/review/canned-texts/${id}`);
    return t(texts.removed);
  };
  const { labelOf } = useDictionaries();
  if (items.length === 0) return <Empty description={t(texts.none)} />;
  const goesWith = ({ outcome, reasonCode, field }: CannedText): string => {
    if (outcome) return t(decisionOutcomeLabels[outcome]);
    if (reasonCode) return labelOf('rejection_reason', reasonCode);
    return field ? t(correctableFieldLabels[field]) : '';
  };
  return (
    <ScrollRegion label={t(texts.title)}>
      <Table<CannedText>
        rowKey="id"
        dataSource={items}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t(texts.use),
            render: (_, text) => (
              <>
                {t(cannedUseLabels[text.use])}
                <div className="second-line">{goesWith(text)}</div>
              </>
            ),
          },
          { title: t(texts.of), render: (_, { kind }) => t(kind ? applicationKindLabels[kind] : texts.all) },
          {
            title: t(texts.text),
            width: 480,
            render: (_, { text, advice }) => (
              <div style={{ whiteSpace: 'pre-wrap', maxWidth: 480 }}>
                {text}
                {advice && <div className="second-line">{advice}</div>}
              </div>
            ),
          },
          { title: t(texts.whose), render: (_, { national }) => t(national ? texts.national : texts.organ) },
          {
            title: t(texts.act),
            render: (_, text) =>
              text.editable && (
                <Space>
                  <Button size="small" aria-label={t(texts.editOf, { text: text.text })} onClick={() => onEdit(text)}>
                    {t(texts.edit)}
                  </Button>
                  <AskButton
                    look="danger"
                    size="small"
                    label={t(texts.remove)}
                    name={t(texts.removeOf, { text: text.text })}
                    act={() => remove(text.id)}
                  >
                    <p>{t(texts.sure)}</p>
                  </AskButton>
                </Space>
              ),
          },
        ]}
      />
    </ScrollRegion>
  );
}
