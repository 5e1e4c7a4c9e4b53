import { Link } from '@tanstack/react-router';
import { Empty, Table } from 'antd';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { applicationKindLabels, timelineLabels } from '@beian/contracts/vocabulary.ts';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** What a query of own business found (M073), each with the way to its details (M074). */
export function ApplicationsTable({ items, filtered }: { items: ApplicationSummary[]; filtered: boolean }) {
  const t = useText();
  const time = useTime();
  if (items.length === 0) {
    return (
      <Empty description={t(filtered ? texts.nothingFound : texts.empty)}>
        {!filtered && <Link to="/registration">{t(texts.start)}</Link>}
      </Empty>
    );
  }
  return (
    <ScrollRegion label={t(portal.applications)}>
      <Table<ApplicationSummary>
        rowKey="id"
        dataSource={items}
        pagination={false}
        columns={[
          {
            title: t(texts.number),
            render: (_, { id, number, kind, byAgent }) => (
              <>
                <Link to="/applications/$id" params={{ id }}>
                  {number}
                </Link>
                <div className="second-line">{t(applicationKindLabels[kind])}</div>
                {byAgent && <div className="second-line">{t(texts.byAgent)}</div>}
              </>
            ),
          },
          {
            title: t(texts.filed),
            render: (_, { systemName, unitName }) => (
              <>
                {systemName ?? t(shared.none)}
                <div className="second-line">{unitName}</div>
              </>
            ),
          },
          {
            title: t(texts.status),
            render: (_, { kind, status, suspended }) => (
              <>
                <StatusTag kind={kind} status={status} />
                {suspended && <div className="second-line">{t(timelineLabels.review_suspended)}</div>}
              </>
            ),
          },
          { title: t(texts.submittedAt), render: (_, { submittedAt }) => time(submittedAt) },
          { title: t(texts.filingNumber), render: (_, { filingNumbers }) => filingNumbers.join(', ') },
          {
            title: t(texts.actions),
            render: (_, { id, number }) => (
              <Link to="/applications/$id" params={{ id }} aria-label={t(texts.detailsOf, { number })}>
                {t(texts.details)}
              </Link>
            ),
          },
        ]}
      />
    </ScrollRegion>
  );
}
