import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Empty, Space } from 'antd';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { AnswerButton } from './answer-button.tsx';
import { texts } from './texts.ts';

type Incoming = { items: IncomingTransfer[]; next?: string };

/** 移交接收 (M118–M121). */
export function IncomingPage() {
  return (
    <ForFilers>
      <IncomingTransfers />
    </ForFilers>
  );
}

function IncomingTransfers() {
  const t = useText();
  const query = useInfiniteQuery({
    queryKey: ['transfers', 'incoming'],
    queryFn: ({ pageParam }) => api.get<Incoming>(`/api/transfers/incoming?${queryOf({ cursor: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 30_000,
  });
  return (
    <Page title={t(portal.incomingTransfers)} system={t(portal.name)}>
      <p>{t(texts.incomingIntro)}</p>
      <Loaded query={{ ...query, data: query.data?.pages.flatMap((page) => page.items) }}>
        {(transfers) =>
          transfers.length === 0 ? (
            <div className="panel">
              <Empty description={t(texts.nothing)} />
            </div>
          ) : (
            transfers.map((one) => <Transfer key={one.applicationId} transfer={one} />)
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(texts.more)}
        </Button>
      )}
    </Page>
  );
}

function Transfer({ transfer }: { transfer: IncomingTransfer }) {
  const t = useText();
  const time = useTime();
  const { applicationId, filingNumber: number, allowedActions } = transfer;
  const mine = transfer.status === 'completed' && transfer.answeredAt !== undefined;
  const line = (key: 'application' | 'from' | 'unit' | 'organ' | 'dueAt' | 'description', children: string) => ({
    key,
    label: t(texts[key]),
    children,
  });
  return (
    <section className="panel" aria-labelledby={applicationId}>
      <h2 id={applicationId}>{transfer.systemName}</h2>
      <Space size="middle" wrap style={{ marginBottom: 12 }}>
        <StatusTag kind="transfer" status={transfer.status} />
        <strong>{t(texts.filing, { number })}</strong>
      </Space>
      {transfer.heldBy && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(texts.held)}
          description={t(texts.heldText, { number: transfer.heldBy })}
        />
      )}
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          line('unit', transfer.unitName),
          ...(transfer.from ? [line('from', transfer.from)] : []),
          line('organ', transfer.organ.name),
          line('application', transfer.applicationNumber),
          line('description', transfer.description),
          line('dueAt', transfer.heldBy ? t(texts.timeStands) : time(transfer.dueAt)),
        ]}
      />
      <div className="actions">
        {allowedActions.includes('accept') && <AnswerButton transfer={transfer} accept />}
        {allowedActions.includes('decline') && <AnswerButton transfer={transfer} accept={false} />}
        {mine && (
          <>
            <Link to="/filings/$number" params={{ number }}>
              {t(texts.view)}
            </Link>
            <a href={`/api/transfers/${applicationId}/receipt.pdf`} target="_blank" rel="noreferrer">
              {t(texts.receipt)}
            </a>
          </>
        )}
      </div>
    </section>
  );
}
