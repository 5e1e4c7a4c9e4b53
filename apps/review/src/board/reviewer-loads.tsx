import { Link } from '@tanstack/react-router';
import type { ReviewerLoad } from '@beian/contracts/board.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ListTable } from '../frame/list-table.tsx';
import { texts } from './texts.ts';

/** Who has how much, the most first; a number leads to these tasks. */
export function ReviewerLoads({ reviewers }: { reviewers: ReviewerLoad[] }) {
  const t = useText();
  return (
    <section id="reviewers" className="panel" aria-labelledby="reviewers-title">
      <h2 id="reviewers-title">{t(texts.reviewers)}</h2>
      <ListTable<ReviewerLoad>
        label={t(texts.loadTable)}
        rowKey="accountId"
        size="small"
        dataSource={reviewers}
        columns={[
          { title: t(texts.staffNo), dataIndex: 'staffNo' },
          {
            title: t(texts.state),
            render: (_, { state, cover = '' }) =>
              state === 'here' ? (
                t(texts.here)
              ) : (
                <ToneTag tone={state === 'gone' ? 'bad' : 'waiting'}>
                  {state === 'gone' ? t(texts.gone) : t(texts.away, { cover })}
                </ToneTag>
              ),
          },
          {
            title: t(texts.open),
            render: (_, { staffNo, open }) =>
              open === 0 ? (
                open
              ) : (
                <Link
                  to="/"
                  search={{ assignee: staffNo } as never}
                  aria-label={`${t(texts.tasksOf, { staffNo })} ${open}`}
                >
                  {open}
                </Link>
              ),
          },
          { title: t(texts.overdue), dataIndex: 'overdue' },
          { title: t(texts.dueSoon), dataIndex: 'dueSoon' },
        ]}
      />
    </section>
  );
}
