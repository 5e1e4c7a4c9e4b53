import { Link, useParams } from '@tanstack/react-router';
import { Alert, Space } from 'antd';
import type { Application } from '@beian/contracts/applications.ts';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import { AppealView } from '@beian/ui/application/appeal-view.tsx';
import { DeterminationView } from '@beian/ui/application/determination-view.tsx';
import { ContentView } from '@beian/ui/application/content-view.tsx';
import { NoticeTable, ReviewsView } from '@beian/ui/application/reviews-view.tsx';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { PastSuspensions, SuspensionAlert } from '@beian/ui/application/suspension-view.tsx';
import { TimelineView } from '@beian/ui/application/timeline-view.tsx';
import { NextLink } from '@beian/ui/frame/next-link.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { ChangeOutcome } from './change-outcome.tsx';
import { texts } from './texts.ts';
import { ExtendButton } from './extend-button.tsx';
import { RevokeButton } from './revoke-button.tsx';
import { TransferState } from './transfer-state.tsx';
import { useApplication } from './use-application.ts';
import { WithdrawButton } from './withdraw-button.tsx';

/** 业务详情 (M073, I19). */
export function ApplicationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <ForFilers>
      <ApplicationDetail id={id} />
    </ForFilers>
  );
}

/** The filing is somebody else's now: there is nothing to look at any more. */
const handedOver = ({ kind, status }: Application) => kind === 'transfer' && status === 'completed';

function ApplicationDetail({ id }: { id: string }) {
  const t = useText();
  const time = useTime();
  const query = useApplication(id);
  return (
    <Page
      title={query.data?.systemName ?? t(query.data?.appeal ? applicationKindLabels.appeal : texts.title)}
      system={t(portal.name)}
    >
      <Loaded query={query}>
        {(application) => (
          <>
            <section className="panel">
              <Space size="middle" wrap>
                <StatusTag kind={application.kind} status={application.status} />
                <span>
                  {t(texts.number)} <strong>{application.number}</strong>
                </span>
                <span>{application.organ.name}</span>
                <a href={`/api/applications/${id}/receipt.pdf`} target="_blank" rel="noreferrer">
                  {t(handedOver(application) ? texts.transferReceipt : texts.receipt)}
                </a>
                {application.allowedActions.includes('extend') && <ExtendButton id={id} />}
                {application.allowedActions.includes('withdraw') && <WithdrawButton id={id} />}
                {application.allowedActions.includes('revoke') && <RevokeButton id={id} />}
              </Space>
              {application.reviewDueAt && (
                <p className="hint">{t(texts.reviewDue, { time: time(application.reviewDueAt) })}</p>
              )}
              {application.suspended &&
                application.suspensions.slice(-1).map((suspension) => (
                  <SuspensionAlert key={suspension.id} suspension={suspension}>
                    {t(texts.suspendedHint)}
                  </SuspensionAlert>
                ))}
              {application.transfer && <TransferState transfer={application.transfer} />}
              {application.predictedAt && (
                <p className="hint">{t(texts.predicted, { time: time(application.predictedAt) })}</p>
              )}
              {application.kind !== 'registration' &&
                !application.filings &&
                application.filingNumbers.map((number) => (
                  <p key={number}>
                    {handedOver(application) ? (
                      t(texts.filing, { number })
                    ) : (
                      <Link to="/filings/$number" params={{ number }}>
                        {t(texts.filing, { number })}
                      </Link>
                    )}
                  </p>
                ))}
              {(application.kind === 'registration' ? application.filingNumbers : []).map((number) => (
                <Alert
                  key={number}
                  type="success"
                  showIcon
                  style={{ marginTop: 16 }}
                  title={
                    <Link to="/filings/$number" params={{ number }}>
                      {t(texts.completed, { number })}
                    </Link>
                  }
                />
              ))}
              {application.correction && (
                <Alert
                  type="warning"
                  showIcon
                  style={{ marginTop: 16 }}
                  title={t(texts.returned)}
                  description={
                    <>
                      <p>{t(texts.due, { time: time(application.correction.dueAt) })}</p>
                      <NoticeTable notice={application.correction.notice} />
                      {application.allowedActions.includes('resubmit') && (
                        <p style={{ margin: '16px 0 0' }}>
                          <NextLink to="/applications/$id/correction" params={{ id }}>
                            {t(texts.correct)}
                          </NextLink>
                        </p>
                      )}
                    </>
                  }
                />
              )}
            </section>
            {application.filings && <ChangeOutcome application={application} />}
            {application.determination && <DeterminationView determination={application.determination} />}
            {/* What several organs decide is told part by part. */}
            {(application.reviews.length > 0 || !application.parts) && (
              <section className="panel" aria-labelledby="reviews">
                <h2 id="reviews">{t(texts.reviews)}</h2>
                {application.reviews.length === 0 ? (
                  <p>{t(texts.noReviews)}</p>
                ) : (
                  <ReviewsView kind={application.kind} reviews={application.reviews} />
                )}
                <PastSuspensions suspensions={application.suspensions} />
              </section>
            )}
            <section className="panel" aria-labelledby="timeline">
              <h2 id="timeline">{t(texts.timeline)}</h2>
              <TimelineView entries={application.timeline} />
            </section>
            {application.content && (
              <ContentView content={application.content} askedOnly={(application.filings?.length ?? 1) > 1} />
            )}
            {application.appeal && <AppealView appeal={application.appeal} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
