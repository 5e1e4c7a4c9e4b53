import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApiCredential } from '@beian/contracts/api-credentials.ts';
import { apiCredentialStatusLabels } from '@beian/contracts/vocabulary.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { ApiCredentialForm } from './api-credential-form.tsx';
import { texts } from './texts.ts';

const path = '/api/me/api-credentials';

/** 接口凭证 (0042): list, make, revoke. */
export function ApiCredentialsPage() {
  const t = useText();
  return (
    <ForFilers>
      <Page
        title={t(texts.title)}
        system={t(portal.name)}
        actions={<Link to="/delegations">{t(portal.delegations)}</Link>}
      >
        <div className="panel">
          <p>{t(texts.intro)}</p>
          <p>{t(texts.care)}</p>
          <p>
            <a href="/api/docs">{t(texts.manual)}</a>
          </p>
        </div>
        <Credentials />
      </Page>
    </ForFilers>
  );
}

function Credentials() {
  const t = useText();
  const query = useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam }) =>
      api.get<{ items: ApiCredential[]; next?: string }>(`${path}?${queryOf({ cursor: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    staleTime: 0,
  });
  return (
    <Loaded query={query}>
      {(items) => (
        <>
          <section className="panel">
            <h2>{t(texts.list)}</h2>
            {items.length === 0 ? <p className="hint">{t(texts.none)}</p> : <CredentialsTable items={items} />}
            <MoreButton query={query} />
          </section>
          <ApiCredentialForm />
        </>
      )}
    </Loaded>
  );
}

function CredentialsTable({ items }: { items: readonly ApiCredential[] }) {
  const t = useText();
  const heads = [texts.name, texts.status, texts.made, texts.lastUsed, texts.validUntil, texts.actions];
  return (
    <ScrollRegion label={t(texts.list)}>
      <table className="notice wide">
        <ColumnHeads labels={heads} />
        <tbody>
          {items.map((one) => (
            <Line key={one.id} credential={one} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Line({ credential }: { credential: ApiCredential }) {
  const t = useText();
  const time = useTime();
  const { id, name, status, createdAt, lastUsedAt, validUntil } = credential;
  const revoke = async () => {
    await api.post(`${path}/${id}/revocation`);
    return t(texts.revoked);
  };
  return (
    <tr>
      <th scope="row">
        {name}
        <div className="second-line" style={{ fontWeight: 'normal' }}>
          {id}
        </div>
      </th>
      <td>{t(apiCredentialStatusLabels[status])}</td>
      <td data-label={t(texts.made)}>{time(createdAt)}</td>
      <td data-label={t(texts.lastUsed)}>{lastUsedAt ? time(lastUsedAt) : t(texts.never)}</td>
      <td data-label={t(texts.validUntil)}>{time(validUntil)}</td>
      <td>
        {status === 'active' && (
          <AskButton look="danger" size="small" label={t(texts.revoke)} name={t(texts.revokeOf, { name })} act={revoke}>
            <p>{t(texts.sure)}</p>
          </AskButton>
        )}
      </td>
    </tr>
  );
}
