import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import type { Absence } from '@beian/contracts/absences.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { AbsenceForm } from './absence-form.tsx';
import { texts } from './texts.ts';

/** 代班 (I04): who of the organ is or will be absent, and who covers. */
export function AbsencesPage() {
  const t = useText();
  const { act, problem } = useAct();
  const query = useQuery({
    queryKey: ['absences'],
    queryFn: async () => (await api.get<{ items: Absence[] }>('/api/review/absences')).items,
  });
  return (
    <Page title={t(texts.title)} system={t(review.name)}>
      <p>{t(texts.intro)}</p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <Loaded query={query}>
        {(items) => (
          <div className="panel">
            <Absences items={items} onEnd={(id) => void act(() => api.remove(`/api/review/absences/${id}`))} />
          </div>
        )}
      </Loaded>
      {!query.isPending && <AbsenceForm />}
    </Page>
  );
}

function Absences({ items, onEnd }: { items: Absence[]; onEnd: (id: string) => void }) {
  const t = useText();
  if (items.length === 0) return <Empty description={t(texts.none)} />;
  return (
    <ListTable<Absence>
      label={t(texts.title)}
      rowKey="id"
      dataSource={items}
      columns={[
        { title: t(texts.absent), render: (_, { absent }) => absent.staffNo },
        { title: t(texts.cover), render: (_, { cover }) => cover.staffNo },
        { title: t(texts.from), dataIndex: 'from' },
        { title: t(texts.until), dataIndex: 'until' },
        { title: t(texts.setBy), dataIndex: 'setBy' },
        {
          title: t(texts.state),
          render: (_, { current }) => (
            <ToneTag tone={current ? 'running' : 'quiet'}>{t(current ? texts.current : texts.planned)}</ToneTag>
          ),
        },
        {
          title: t(texts.act),
          render: (_, { id, absent, endable }) =>
            endable && (
              <Button size="small" aria-label={t(texts.endOf, { staffNo: absent.staffNo })} onClick={() => onEnd(id)}>
                {t(texts.end)}
              </Button>
            ),
        },
      ]}
    />
  );
}
