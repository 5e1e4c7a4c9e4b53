import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Space, Table } from 'antd';
import { useState } from 'react';
import type { CannedText } from '@beian/contracts/canned-texts.ts';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import { applicationKindLabels, cannedUseLabels, decisionOutcomeLabels } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { mayEdit } from '../content/for-editors.tsx';
import { mayLead } from '../frame/roles.ts';
import { review } from '../frame/texts.ts';
import { CannedTextForm } from './canned-text-form.tsx';
import { texts } from './texts.ts';

/** 常用语 (I11): what reviewers pick from; who keeps some adds, changes and deletes them here. */
export function CannedTextsPage() {
  const t = useText();
  const me = useMe();
  const { act, problem } = useAct();
  const [editing, setEditing] = useState<CannedText>();
  const query = useQuery({
    queryKey: ['canned-texts'],
    queryFn: async () => (await api.get<{ items: CannedText[] }>('/api/review/canned-texts')).items,
  });
  const keeping = mayLead(me.data) || mayEdit(me.data);
  return (
    <Page title={t(texts.title)} system={t(review.name)}>
      <p>{t(texts.intro)}</p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {keeping && <CannedTextForm key={editing?.id ?? 'new'} start={editing} onDone={() => setEditing(undefined)} />}
      <Loaded query={query}>
        {(items) => (
          <div className="panel">
            <Texts
              items={items}
              onEdit={setEditing}
              onRemove={(id) => void act(() => api.remove(`/api/review/canned-texts/${id}`))}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Texts(props: { items: CannedText[]; onEdit: (text: CannedText) => void; onRemove: (id: string) => void }) {
  const { items, onEdit, onRemove } = props;
  const t = useText();
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
                  <Button
                    size="small"
                    danger
                    aria-label={t(texts.removeOf, { text: text.text })}
                    onClick={() => onRemove(text.id)}
                  >
                    {t(texts.remove)}
                  </Button>
                </Space>
              ),
          },
        ]}
      />
    </ScrollRegion>
  );
}
