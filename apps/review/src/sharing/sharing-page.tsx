import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import type { MadeSharingCredential, SharingCredential, SharingCredentialList } from '@beian/contracts/sharing.ts';
import { apiCredentialStatusLabels } from '@beian/contracts/vocabulary.ts';
import { MadeSecret } from '@beian/ui/credentials/made-secret.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { MakeCredentialDialog } from './make-credential-dialog.tsx';
import { texts } from './texts.ts';

const path = '/api/sharing/credentials';

/** 数据共享 (I45): operators let other departments in, and end it. */
export function SharingPage() {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeSharingCredential>();
  const close = (done?: MadeSharingCredential) => {
    setAdding(false);
    setMade(done);
  };
  return (
    <Page
      title={t(texts.title)}
      system={t(review.name)}
      actions={!made && <Button onClick={() => setAdding(true)}>{t(texts.add)}</Button>}
    >
      <p>{t(texts.intro)}</p>
      <p>
        <a href="/api/docs">{t(texts.manual)}</a>
      </p>
      {made && <MadeSecret made={{ ...made, name: made.department }} onClose={() => setMade(undefined)} />}
      <Credentials />
      {adding && <MakeCredentialDialog onClose={close} />}
    </Page>
  );
}

function Credentials() {
  const query = useInfiniteQuery({
    queryKey: [path],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<SharingCredentialList>(`${path}?${queryOf({ cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="panel">
          <CredentialTable items={data.pages.flatMap((page) => page.items)} />
          <MoreButton query={query} />
        </div>
      )}
    </Loaded>
  );
}

function CredentialTable({ items }: { items: SharingCredential[] }) {
  const t = useText();
  const time = useTime();
  const revoke = async (id: string) => {
    await api.post(`${path}/${id}/revocation`);
    return t(texts.revoked);
  };
  if (items.length === 0) return <Empty description={t(texts.none)} />;
  return (
    <ListTable<SharingCredential>
      label={t(texts.table)}
      rowKey="id"
      size="small"
      dataSource={items}
      columns={[
        {
          title: t(texts.department),
          render: (_, { department, id }) => (
            <>
              {department}
              <div className="second-line">{id}</div>
            </>
          ),
        },
        {
          title: t(texts.purpose),
          render: (_, { purpose }) => <div style={{ maxWidth: '15em', whiteSpace: 'normal' }}>{purpose}</div>,
        },
        { title: t(texts.area), render: (_, { area }) => area.name ?? t(texts.country) },
        {
          title: t(texts.status),
          render: (_, { status, lastUsedAt }) => (
            <>
              {t(apiCredentialStatusLabels[status])}
              <div className="second-line">
                {lastUsedAt ? t(texts.lastUsed, { time: time(lastUsedAt) }) : t(texts.never)}
              </div>
            </>
          ),
        },
        { title: t(texts.validUntil), render: (_, { validUntil }) => time(validUntil) },
        {
          title: t(texts.actions),
          render: (_, { id, department, status }) =>
            status === 'active' && (
              <AskButton
                look="danger"
                size="small"
                label={t(texts.revoke)}
                name={t(texts.revokeOf, { department })}
                act={() => revoke(id)}
              >
                <p>{t(texts.sure)}</p>
              </AskButton>
            ),
        },
      ]}
    />
  );
}
