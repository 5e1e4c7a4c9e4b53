import { Link, useParams } from '@tanstack/react-router';
import { Alert, Space } from 'antd';
import { useState } from 'react';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import {
  applicationKindLabels,
  filerKindLabels,
  reviewStageLabels,
  reviewTaskStatusLabels,
} from '@beian/contracts/vocabulary.ts';
import { AppealView } from '@beian/ui/application/appeal-view.tsx';
import { ContentView } from '@beian/ui/application/content-view.tsx';
import { ReviewsView } from '@beian/ui/application/reviews-view.tsx';
import { StatusTag, ToneTag } from '@beian/ui/application/status-tag.tsx';
import { TimelineView } from '@beian/ui/application/timeline-view.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { DecisionPanel } from '../decision/decision-panel.tsx';
import { review } from '../frame/texts.ts';
import { ChangesView } from './changes-view.tsx';
import { DevicesView } from './devices-view.tsx';
import { FilingChangesView } from './filing-changes-view.tsx';
import { DisputedView } from './disputed-view.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { NotesView } from './notes-view.tsx';
import { OverlapsView } from './overlaps-view.tsx';
import { PersonalData } from './personal-data.tsx';
import { TaskActions } from './task-actions.tsx';
import { texts } from './texts.ts';
import { useTask } from './use-task.ts';

/** The review screen (I07): on the left what was filed, on the right what to do about it. */
export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useText();
  const query = useTask(id);
  return (
    <Page
      title={query.data ? (query.data.systemName ?? t(applicationKindLabels[query.data.kind])) : t(review.queue)}
      system={t(review.name)}
      actions={<Link to="/">{t(texts.back)}</Link>}
    >
      <Loaded query={query}>{(task) => <Task task={task} />}</Loaded>
    </Page>
  );
}

function Task({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const time = useTime();
  const [shown, setShown] = useState<string>();
  const me = useMe();
  const superior = !task.observed && me.data?.organ !== undefined && me.data.organ.code !== task.organ.code;
  const document = task.documents.find((one) => one.id === shown);
  const nameOf = (id: string) => task.documents.find((one) => one.id === id)?.name;
  return (
    <>
      <section className="panel">
        <Space size="middle" wrap>
          <ToneTag tone="running">{t(reviewTaskStatusLabels[task.status])}</ToneTag>
          {(task.status === 'decided' || task.status === 'cancelled') && (
            <StatusTag kind={task.kind} status={task.application.status} />
          )}
          <strong>{task.applicationNumber}</strong>
          <span>{t(reviewStageLabels[task.stage])}</span>
          <span>{t(texts.round, { round: task.round })}</span>
          <span>{t(texts.version, { version: task.application.version })}</span>
          <span>{t(texts.due, { time: time(task.dueAt) })}</span>
          {task.assignee && <span>{t(texts.assignee, { staffNo: task.assignee.staffNo })}</span>}
          <span>{t(texts.filer, { kind: t(filerKindLabels[task.application.filerKind]) })}</span>
        </Space>
        <TaskActions task={task} />
      </section>
      {task.observed && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 20 }}
          title={t(texts.observed, { organ: task.organ.name })}
        />
      )}
      {superior && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 20 }}
          title={t(texts.superior, { organ: task.organ.name })}
        />
      )}
      <div className="review-columns">
        <div>
          {task.application.version > 1 && <ChangesView task={task} />}
          {task.filings && <FilingChangesView filings={task.filings} corrected={task.application.version > 1} />}
          <OverlapsView task={task} />
          {task.content && (
            <ContentView
              content={task.content}
              fileName={nameOf}
              onOpen={setShown}
              closed={superior}
              askedOnly={(task.filings?.length ?? 0) > 1}
            />
          )}
          {task.appeal && <AppealView appeal={task.appeal} fileName={nameOf} onOpen={setShown} closed={superior} />}
          {task.disputed && <DisputedView filing={task.disputed} />}
          {!superior && !task.observed && (task.content ?? task.appeal?.contactName) && <PersonalData task={task} />}
          {task.devices.total > 0 && <DevicesView devices={task.devices} />}
          {task.previousReviews.length > 0 && (
            <section className="panel" aria-labelledby="previous">
              <h2 id="previous">{t(texts.previous)}</h2>
              <ReviewsView kind={task.kind} reviews={task.previousReviews} />
            </section>
          )}
          <NotesView task={task} />
          <section className="panel" aria-labelledby="timeline">
            <h2 id="timeline">{t(texts.timeline)}</h2>
            <TimelineView entries={task.timeline} />
          </section>
        </div>
        <aside>
          <DecisionPanel key={task.id} task={task} />
        </aside>
      </div>
      <DocumentViewer document={document} onClose={() => setShown(undefined)} />
    </>
  );
}
