import { Alert, Space } from 'antd';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { filerKindLabels, reviewStageLabels, reviewTaskStatusLabels } from '@beian/contracts/vocabulary.ts';
import { StatusTag, ToneTag } from '@beian/ui/application/status-tag.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { SuspendedBanner } from './suspended-banner.tsx';
import { TaskActions } from './task-actions.tsx';
import { texts } from './texts.ts';

/** Where a task stands, whose it is, and what may be done with it; `superior`: it was escalated to the reader's organ. */
export function TaskSummary({ task, superior }: { task: ReviewTaskDetail; superior: boolean }) {
  const t = useText();
  const time = useTime();
  const over = task.status === 'decided' || task.status === 'cancelled';
  return (
    <>
      <section className="panel" aria-label={t(texts.summary)}>
        <Space size="middle" wrap>
          <ToneTag tone="running">{t(reviewTaskStatusLabels[task.status])}</ToneTag>
          {over && <StatusTag kind={task.kind} status={task.application.status} />}
          {task.resumeOn && <ToneTag tone="waiting">{t(texts.suspendedTag)}</ToneTag>}
          {task.overdue && <ToneTag tone="bad">{t(texts.late)}</ToneTag>}
          <strong>{task.applicationNumber}</strong>
          <span>{t(reviewStageLabels[task.stage])}</span>
          <span>{t(texts.round, { round: task.round })}</span>
          <span>{t(texts.version, { version: task.application.version })}</span>
          <span>
            {task.resumeOn ? t(texts.resumesOn, { day: task.resumeOn }) : t(texts.due, { time: time(task.dueAt) })}
          </span>
          {task.assignee && <span>{t(texts.assignee, { staffNo: task.assignee.staffNo })}</span>}
          <span>{t(texts.filer, { kind: t(filerKindLabels[task.application.filerKind]) })}</span>
          {task.workflowUrl && (
            <a href={task.workflowUrl} target="_blank" rel="noreferrer">
              {t(texts.workflow)}
            </a>
          )}
        </Space>
        <SuspendedBanner task={task} />
        <TaskActions task={task} />
      </section>
      {(task.observed || superior) && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 20 }}
          title={t(task.observed ? texts.observed : texts.superior, { organ: task.organ.name })}
        />
      )}
    </>
  );
}
