import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Table, type TableColumnsType } from 'antd';
import type { Delegation, IncomingDelegation } from '@beian/contracts/delegations.ts';
import { delegationRoleLabels, delegationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { DelegationForm } from './delegation-form.tsx';
import { texts } from './texts.ts';

/** 授权管理 (I02): grant, list, revoke, and what was granted to oneself. */
export function DelegationsPage() {
  const t = useText();
  return (
    <ForFilers>
      <Page title={t(texts.title)} system={t(portal.name)}>
        <p>{t(texts.intro)}</p>
        <Granted />
        <Incoming />
        <DelegationForm />
      </Page>
    </ForFilers>
  );
}

type Shown = Delegation | IncomingDelegation;

/** Columns that both lists have. */
function useColumns<T extends Shown>(): TableColumnsType<T> {
  const t = useText();
  return [
    { title: t(texts.unit), dataIndex: 'unitName' },
    { title: t(texts.role), render: (_, { role }) => t(delegationRoleLabels[role]) },
    { title: t(texts.term), render: (_, { validFrom, validUntil }) => `${validFrom} – ${validUntil}` },
    { title: t(texts.status), render: (_, { status }) => t(delegationStatusLabels[status]) },
  ];
}

function Granted() {
  const t = useText();
  const revoke = async (id: string) => {
    await api.post(`/api/delegations/${id}/revocation`);
    return t(texts.revoked);
  };
  const columns: TableColumnsType<Delegation> = [
    { title: t(texts.person), render: (_, one) => `${one.granteeName} ${one.granteeIdNumber}` },
    ...useColumns<Delegation>(),
    {
      title: t(texts.actions),
      render: (_, { id, status, granteeName }) =>
        status === 'revoked' || status === 'expired' ? null : (
          <AskButton
            look="danger"
            size="small"
            label={t(texts.revoke)}
            name={t(texts.revokeOf, { name: granteeName })}
            act={() => revoke(id)}
          >
            <p>{t(texts.sure)}</p>
          </AskButton>
        ),
    },
  ];
  return <List path="/api/delegations" title={t(texts.granted)} nothing={t(texts.noneGranted)} columns={columns} />;
}

function Incoming() {
  const t = useText();
  const columns: TableColumnsType<IncomingDelegation> = [
    { title: t(texts.from), render: (_, { from }) => from ?? '–' },
    ...useColumns<IncomingDelegation>(),
    { title: t(texts.actions), render: () => <Link to="/filings">{t(texts.find)}</Link> },
  ];
  const path = '/api/delegations/incoming';
  return <List path={path} title={t(texts.incoming)} nothing={t(texts.noneIncoming)} columns={columns} />;
}

function List<T extends Shown>(props: { path: string; title: string; nothing: string; columns: TableColumnsType<T> }) {
  const { path, title, nothing, columns } = props;
  const query = useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam }) => api.get<{ items: T[]; next?: string }>(`${path}?${queryOf({ cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  return (
    <section className="panel">
      <h2>{title}</h2>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty description={nothing} />;
          return (
            <>
              <ScrollRegion label={title}>
                <Table<T> rowKey="id" dataSource={items} pagination={false} columns={columns} />
              </ScrollRegion>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
