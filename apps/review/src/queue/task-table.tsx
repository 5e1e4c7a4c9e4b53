import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ReviewTask } from '@beian/contracts/review.ts';
import { applicationKindLabels, reviewTaskStatusLabels } from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** The tasks of the queue, to be opened or ticked. */
export function TaskTable(props: {
  items: ReviewTask[];
  selection: { ids: string[]; onChange: (ids: string[]) => void };
  /** Of the table, where a page has several. */
  label?: string;
  /** What can be done with a task right here. */
  actions?: (task: ReviewTask) => ReactNode;
}) {
  const { items, selection, label, actions } = props;
  const t = useText();
  const time = useTime();
  if (items.length === 0) return <Empty description={t(texts.empty)} />;
  return (
    <ListTable<ReviewTask>
      label={label ?? t(review.queue)}
      rowKey="id"
      onRow={() => ({ onKeyDown: moveAmongTasks })}
      dataSource={items}
      rowSelection={{
        hideSelectAll: true,
        columnTitle: t(texts.select),
        columnWidth: 64,
        selectedRowKeys: selection.ids,
        onChange: (ids) => selection.onChange(ids.map(String)),
        getCheckboxProps: (task) => ({ 'aria-label': t(texts.selectOne, { number: task.applicationNumber }) }),
      }}
      columns={[
        {
          title: t(texts.number),
          render: (_, task) => (
            <>
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.applicationNumber}
              </Link>
              <div className="second-line">{t(applicationKindLabels[task.kind])}</div>
            </>
          ),
        },
        {
          title: t(texts.filed),
          render: (_, task) => (
            <>
              {task.systemName ?? t(shared.none)}
              <div className="second-line">{task.unitName}</div>
            </>
          ),
        },
        { title: t(texts.division), dataIndex: 'divisionName' },
        {
          title: t(texts.status),
          render: (_, { status, round, assignee, resumeOn }) => (
            <>
              {t(reviewTaskStatusLabels[status])} {resumeOn && <ToneTag tone="waiting">{t(texts.suspended)}</ToneTag>}
              {round > 1 && <ToneTag tone="quiet">{t(texts.round, { round })}</ToneTag>}
              {assignee && (
                <div className="second-line">
                  {assignee.staffNo}
                  {assignee.mine ? t(texts.me) : assignee.covered ? t(texts.covered) : ''}
                </div>
              )}
            </>
          ),
        },
        {
          title: t(texts.due),
          render: (_, { dueAt, resumeOn, overdue, escalations }) => (
            <>
              {resumeOn ? t(texts.resumesOn, { day: resumeOn }) : time(dueAt)}
              <div>
                {overdue && <ToneTag tone="bad">{t(texts.late)}</ToneTag>}
                {escalations > 0 && <ToneTag tone="waiting">{t(texts.escalated)}</ToneTag>}
              </div>
            </>
          ),
        },
        ...(actions ? [{ title: t(texts.act), render: (_: unknown, task: ReviewTask) => actions(task) }] : []),
      ]}
    />
  );
}

/** ↓ and ↑ go from task to task while one of the list has the focus. */
function moveAmongTasks(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.currentTarget;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
