import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Input } from 'antd';
import { useState } from 'react';
import type { Organ } from '@beian/contracts/accounts.ts';
import { organKindLabels, organLevelLabels } from '@beian/contracts/vocabulary.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { AddOrganDialog, ChangeOrganDialog } from './organ-dialogs.tsx';
import { useOrgans } from './organ-field.tsx';
import type { OrgansSearch } from './organs-search.ts';
import { texts } from './texts.ts';

/** The organ directory (I04): everybody's to search, the operators' to keep. */
export function OrgansPage() {
  const t = useText();
  const me = useMe();
  const operates = me.data?.roles.includes('operator') ?? false;
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false }) as OrgansSearch;
  const [typed, setTyped] = useState(q ?? '');
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Organ>();
  const query = useOrgans({ q, closed: 'true' });
  return (
    <Page
      title={t(review.organs)}
      system={t(review.name)}
      actions={operates && <Button onClick={() => setAdding(true)}>{t(texts.add)}</Button>}
    >
      <form
        role="search"
        className="panel"
        style={{ display: 'flex', gap: 8 }}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/organs', search: { q: typed.trim() || undefined } as never });
        }}
      >
        <Input
          aria-label={t(texts.search)}
          placeholder={t(texts.search)}
          style={{ maxWidth: 480 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">{t(texts.find)}</Button>
      </form>
      <Loaded query={query}>
        {(organs) => (
          <div className="panel">
            <p className="hint">{t(texts.first)}</p>
            <Organs organs={organs} onChange={operates ? setChanging : undefined} />
          </div>
        )}
      </Loaded>
      {adding && <AddOrganDialog onClose={() => setAdding(false)} />}
      {changing && <ChangeOrganDialog organ={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function Organs({ organs, onChange }: { organs: Organ[]; onChange: ((organ: Organ) => void) | undefined }) {
  const t = useText();
  if (organs.length === 0) return <Empty description={t(texts.empty)} />;
  return (
    <ListTable<Organ>
      label={t(texts.table)}
      rowKey="code"
      size="small"
      dataSource={organs}
      columns={[
        { title: t(texts.code), dataIndex: 'code' },
        { title: t(texts.name), dataIndex: 'name' },
        { title: t(texts.level), render: (_, { level }) => t(organLevelLabels[level]) },
        { title: t(texts.kind), render: (_, { kind }) => t(organKindLabels[kind]) },
        { title: t(texts.superior), dataIndex: 'superiorCode' },
        {
          title: t(texts.status),
          render: (_, { closedOn, successorCode }) =>
            closedOn ? t(texts.closed, { day: closedOn, successor: successorCode ?? '' }) : t(texts.open),
        },
        ...(onChange
          ? [
              {
                title: t(texts.act),
                render: (_: unknown, organ: Organ) =>
                  !organ.closedOn && (
                    <Button
                      size="small"
                      aria-label={t(texts.changeOne, { name: organ.name })}
                      onClick={() => onChange(organ)}
                    >
                      {t(texts.change)}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
