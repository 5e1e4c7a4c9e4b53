import { Link } from '@tanstack/react-router';
import type { Application } from '@beian/contracts/applications.ts';
import type { ChangePart, FilingChange } from '@beian/contracts/changes.ts';
import { DiffLines } from '@beian/ui/application/diff-view.tsx';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What has become of a change: part by part, as several organs decide, and filing by filing (N12). */
export function ChangeOutcome({ application: { parent, parts, filings = [] } }: { application: Application }) {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="change-outcome">
      <h2 id="change-outcome">{t(texts.outcome)}</h2>
      {parent && (
        <p>
          {t(texts.partOf)}{' '}
          <Link to="/applications/$id" params={{ id: parent.id }}>
            {parent.number}
          </Link>
        </p>
      )}
      {parts && <Parts parts={parts} />}
      <ScrollRegion label={t(texts.outcomeTable)}>
        <table className="notice stacking">
          <ColumnHeads labels={[texts.filingNumber, texts.changes, texts.decidedBy, texts.status]} />
          <tbody>
            {filings.map((filing) => (
              <FilingLine key={filing.filingNumber} filing={filing} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function FilingLine({ filing }: { filing: FilingChange }) {
  const t = useText();
  const { filingNumber: number, systemName, organ, movesFrom, status, diff } = filing;
  return (
    <tr>
      <th scope="row">
        <Link to="/filings/$number" params={{ number }}>
          {number}
        </Link>
        <div className="second-line">{systemName}</div>
      </th>
      <td>
        <DiffLines diff={diff} />
      </td>
      <td data-label={t(texts.decidedBy)}>
        {organ.name}
        {movesFrom && <div className="second-line">{t(texts.movesFrom, { organ: movesFrom.name })}</div>}
      </td>
      <td>
        <StatusTag kind="change" status={status} />
      </td>
    </tr>
  );
}

function Parts({ parts }: { parts: readonly ChangePart[] }) {
  const t = useText();
  const time = useTime();
  return (
    <>
      <p>{t(texts.partsIntro)}</p>
      <ScrollRegion label={t(texts.parts)}>
        <table className="notice stacking" style={{ marginBottom: 20 }}>
          <ColumnHeads labels={[texts.part, texts.decidedBy, texts.filingCount, texts.status]} />
          <tbody>
            {parts.map(({ id, number, organ, filingNumbers, status, correctionDueAt, reviewDueAt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/applications/$id" params={{ id }}>
                    {number}
                  </Link>
                </th>
                <td data-label={t(texts.decidedBy)}>{organ.name}</td>
                <td data-label={t(texts.filingCount)}>{filingNumbers.length}</td>
                <td>
                  <StatusTag kind="change" status={status} />
                  {correctionDueAt && (
                    <div className="second-line">{t(texts.correctBefore, { time: time(correctionDueAt) })}</div>
                  )}
                  {reviewDueAt && <div className="second-line">{t(texts.reviewDue, { time: time(reviewDueAt) })}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
