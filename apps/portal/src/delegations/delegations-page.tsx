import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
      <Page
        title={t(texts.title)}
        system={t(portal.name)}
        actions={<Link to="/delegations/api-credentials">{t(texts.forPrograms)}</Link>}
      >
        <p>{t(texts.intro)}</p>
        <Delegations />
      </Page>
    </ForFilers>
  );
}

/** The lists come together: what stands below them does not jump. */
function Delegations() {
  const granted = useDelegations<Delegation>('/api/delegations');
  const incoming = useDelegations<IncomingDelegation>('/api/delegations/incoming');
  return (
    <Loaded query={granted}>
      {(own) => (
        <Loaded query={incoming}>
          {(others) => (
            <>
              <Granted items={own} more={<MoreButton query={granted} />} />
              <Incoming items={others} more={<MoreButton query={incoming} />} />
              <DelegationForm />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const useDelegations = <T extends Shown>(path: string) =>
  useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam }) => api.get<{ items: T[]; next?: string }>(`${path}?${queryOf({ cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    staleTime: 0,
  });

type Shown = Delegation | IncomingDelegation;
/** What a list has so far, and the way to the rest. */
type Listed<T extends Shown> = { items: T[]; more: ReactNode };

/** Each list names first the other side, and offers last what can be done. */
type ListOf<T extends Shown> = Listed<T> & {
  title: string;
  nothing: string;
  first: Label;
  name: (one: T) => string;
  action: (one: T) => ReactNode;
};

function Granted(listed: Listed<Delegation>) {
  const t = useText();
  const revoke = async (id: string) => {
    await api.post(`/api/delegations/${id}/revocation`);
    return t(texts.revoked);
  };
  return (
    <List<Delegation>
      {...listed}
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

function Incoming(listed: Listed<IncomingDelegation>) {
  const t = useText();
  return (
    <List<IncomingDelegation>
      {...listed}
      title={t(texts.incoming)}
      nothing={t(texts.noneIncoming)}
      first={texts.from}
      name={({ from }) => from ?? '–'}
      action={() => <Link to="/filings">{t(texts.find)}</Link>}
    />
  );
}

function List<T extends Shown>({ items, more, title, nothing, first, name, action }: ListOf<T>) {
  const t = useText();
  return (
    <section className="panel">
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p className="hint">{nothing}</p>
      ) : (
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
                    <td data-label={t(texts.term)}>{`${one.validFrom} – ${one.validUntil}`}</td>
                    <td>{t(delegationStatusLabels[one.status])}</td>
                    <td>{action(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {more}
        </>
      )}
    </section>
  );
}
