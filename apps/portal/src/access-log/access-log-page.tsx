import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { AccessLog, AccessLogEntry } from '@beian/contracts/access-log.ts';
import {
  accessKindLabels,
  accessReaderLabels,
  applicationKindLabels,
  documentKindLabels,
  staffRoleLabels,
} from '@beian/contracts/vocabulary.ts';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** 谁看过我的信息 (N6). */
export function AccessLogPage() {
  const t = useText();
  return (
    <ForFilers>
      <Page title={t(portal.accessLog)} system={t(portal.name)}>
        <div className="panel">
          <p>{t(texts.what)}</p>
          <p className="hint">{t(texts.delegates)}</p>
        </div>
        <Reads />
      </Page>
    </ForFilers>
  );
}

function Reads() {
  const query = useInfiniteQuery({
    queryKey: ['access-log'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<AccessLog>(`/api/me/access-log?${queryOf({ cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  });
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="panel">
          <ReadsTable items={data.pages.flatMap((page) => page.items)} />
          <MoreButton query={query} />
        </div>
      )}
    </Loaded>
  );
}

function ReadsTable({ items }: { items: readonly AccessLogEntry[] }) {
  const t = useText();
  if (items.length === 0) {
    return (
      <Empty
        description={
          <>
            <p>{t(texts.none)}</p>
            <p className="hint">{t(texts.noneWhy)}</p>
          </>
        }
      />
    );
  }
  return (
    <ScrollRegion label={t(texts.table)}>
      <table className="notice wide">
        <ColumnHeads labels={[texts.time, texts.who, texts.seen, texts.purpose, texts.of]} />
        <tbody>
          {items.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Line({ entry }: { entry: AccessLogEntry }) {
  const t = useText();
  const time = useTime();
  const { organ, roles = [], reader, department, document } = entry;
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={entry.at}>{time(entry.at)}</time>
      </td>
      <td>
        {department ?? organ?.name ?? t(accessReaderLabels[reader])}
        {department && <div className="second-line">{t(accessReaderLabels[reader])}</div>}
        {organ && <div className="second-line">{roles.map((role) => t(staffRoleLabels[role])).join('、')}</div>}
      </td>
      <td>
        {t(accessKindLabels[entry.kind])}
        {document && (
          <div className="second-line">
            {t(documentKindLabels[document.kind])} · {document.name}
          </div>
        )}
      </td>
      <td data-label={t(texts.purpose)}>{entry.purpose ?? t(reader === 'staff' ? texts.review : texts.acting)}</td>
      <td>
        <Business entry={entry} />
      </td>
    </tr>
  );
}

function Business({ entry: { application, filingNumber } }: { entry: AccessLogEntry }) {
  const t = useText();
  if (filingNumber) {
    return (
      <Link to="/filings/$number" params={{ number: filingNumber }}>
        {filingNumber}
      </Link>
    );
  }
  if (!application) return t(shared.none);
  const { id, number, kind } = application;
  return (
    <>
      {id ? (
        <Link to="/applications/$id" params={{ id }}>
          {number}
        </Link>
      ) : (
        number
      )}
      <div className="second-line">{t(applicationKindLabels[kind])}</div>
    </>
  );
}
