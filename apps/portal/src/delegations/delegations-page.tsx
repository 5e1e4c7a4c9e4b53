import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import type { Delegation, IncomingDelegation } from '@beian/contracts/delegations.ts';
import { delegationRoleLabels, delegationStatusLabels, type Label } from '@beian/contracts/vocabulary.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
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

/** Each list names first the other side, and offers last what can be done. */
type ListOf<T> = {
  path: string;
  title: string;
  nothing: string;
  first: Label;
  name: (one: T) => string;
  action: (one: T) => ReactNode;
};

function Granted() {
  const t = useText();
  const revoke = async (id: string) => {
    await api.post(`/api/delegations/${id}/revocation`);
    return t(texts.revoked);
  };
  return (
    <List<Delegation>
      path="/api/delegations"
      title={t(texts.granted)}
      nothing={t(texts.noneGranted)}
      first={texts.person}
      name={(one) => `${one.granteeName} ${one.granteeIdNumber}`}
      action={({ id, status, granteeName }) =>
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
        )
      }
    />
  );
}

function Incoming() {
  const t = useText();
  return (
    <List<IncomingDelegation>
      path="/api/delegations/incoming"
      title={t(texts.incoming)}
      nothing={t(texts.noneIncoming)}
      first={texts.from}
      name={({ from }) => from ?? '–'}
      action={() => <Link to="/filings">{t(texts.find)}</Link>}
    />
  );
}

function List<T extends Shown>({ path, title, nothing, first, name, action }: ListOf<T>) {
  const t = useText();
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
                <table className="notice wide">
                  <ColumnHeads labels={[first, texts.unit, texts.role, texts.term, texts.status, texts.actions]} />
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">{name(one)}</th>
                        <td>{one.unitName}</td>
                        <td>{t(delegationRoleLabels[one.role])}</td>
                        <td>{`${one.validFrom} – ${one.validUntil}`}</td>
                        <td>{t(delegationStatusLabels[one.status])}</td>
                        <td>{action(one)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
