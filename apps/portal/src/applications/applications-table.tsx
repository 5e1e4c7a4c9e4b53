import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { applicationKindLabels, timelineLabels } from '@beian/contracts/vocabulary.ts';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** What a query of own business found (M073), each with the way to its details (M074). */
export function ApplicationsTable({ items, filtered }: { items: ApplicationSummary[]; filtered: boolean }) {
  const t = useText();
  if (items.length === 0) {
    return (
      <Empty description={t(filtered ? texts.nothingFound : texts.empty)}>
        {!filtered && <Link to="/registration">{t(texts.start)}</Link>}
      </Empty>
    );
  }
  return (
    <ScrollRegion label={t(portal.applications)}>
      <table className="notice wide">
        <ColumnHeads labels={columns} />
        <tbody>
          {items.map((application) => (
            <Line key={application.id} application={application} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const columns = [texts.number, texts.filed, texts.status, texts.submittedAt, texts.filingNumber, texts.actions];

function Line({ application }: { application: ApplicationSummary }) {
  const t = useText();
  const time = useTime();
  const { id, number, kind, status, byAgent, suspended, systemName, unitName, submittedAt, filingNumbers } =
    application;
  return (
    <tr>
      <th scope="row">
        <Link to="/applications/$id" params={{ id }}>
          {number}
        </Link>
        <div className="second-line">{t(applicationKindLabels[kind])}</div>
        {byAgent && <div className="second-line">{t(texts.byAgent)}</div>}
      </th>
      <td>
        {systemName ?? t(shared.none)}
        <div className="second-line">{unitName}</div>
      </td>
      <td>
        <StatusTag kind={kind} status={status} />
        {suspended && <div className="second-line">{t(timelineLabels.review_suspended)}</div>}
      </td>
      <td data-label={t(texts.submittedAt)}>{time(submittedAt)}</td>
      <td data-label={filingNumbers.length > 0 ? t(texts.filingNumber) : undefined}>
        {filingNumbers.map((one) => (
          <div key={one}>{one}</div>
        ))}
      </td>
      <td>
        <Link to="/applications/$id" params={{ id }} aria-label={t(texts.detailsOf, { number })}>
          {t(texts.details)}
        </Link>
      </td>
    </tr>
  );
}
