import { Table } from 'antd';
import type { OperatedApplication, WorkflowState } from '@beian/contracts/operations.ts';
import { applicationKindLabels, reviewStageLabels, reviewTaskStatusLabels } from '@beian/contracts/vocabulary.ts';
import { StatusTag, ToneTag, type Tone } from '@beian/ui/application/status-tag.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { texts, workflowStateLabels } from './texts.ts';

const tones: Record<WorkflowState, Tone> = {
  running: 'running',
  completed: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  terminated: 'bad',
  timed_out: 'bad',
  absent: 'quiet',
  unknown: 'waiting',
};

/** What was found: how each stands, and its workflow with the way to it. */
export function ApplicationTable({ items }: { items: OperatedApplication[] }) {
  const t = useText();
  const time = useTime();
  return (
    <ScrollRegion label={t(texts.application)}>
      <Table<OperatedApplication>
        rowKey="id"
        size="small"
        dataSource={items}
        pagination={false}
        columns={[
          {
            title: t(texts.application),
            render: (_, { number, kind, parentNumber, filingNumbers }) => (
              <>
                {number}
                <div className="second-line">
                  {t(applicationKindLabels[kind])}
                  {parentNumber && ` · ${t(texts.partOf, { number: parentNumber })}`}
                </div>
                {filingNumbers.length > 0 && <div className="second-line">{filingNumbers.join(' ')}</div>}
              </>
            ),
          },
          {
            title: t(texts.status),
            render: (_, { kind, status, updatedAt }) => (
              <>
                <StatusTag kind={kind} status={status} />
                <div className="second-line">{t(texts.updated, { time: time(updatedAt) })}</div>
              </>
            ),
          },
          { title: t(texts.organ), render: (_, { organ }) => organ.name },
          { title: t(texts.review), render: (_, { review }) => (review ? <Review {...review} /> : t(shared.none)) },
          { title: t(texts.workflow), render: (_, one) => <Workflow application={one} /> },
        ]}
      />
    </ScrollRegion>
  );
}

function Review({ stage, status, dueAt, resumeOn }: NonNullable<OperatedApplication['review']>) {
  const t = useText();
  const time = useTime();
  return (
    <>
      {t(reviewStageLabels[stage])} · {t(reviewTaskStatusLabels[status])}
      <div className="second-line">
        {resumeOn ? t(texts.resumes, { day: resumeOn }) : t(texts.due, { time: time(dueAt) })}
      </div>
    </>
  );
}

function Workflow({ application: { number, workflow } }: { application: OperatedApplication }) {
  const t = useText();
  const { id, state, url } = workflow;
  return (
    <>
      <ToneTag tone={tones[state]}>{t(workflowStateLabels[state])}</ToneTag>{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer" aria-label={t(texts.openOf, { number })}>
          {t(texts.open)}
        </a>
      )}
      <div className="second-line">{id}</div>
    </>
  );
}
