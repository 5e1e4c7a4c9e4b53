import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import type { CalendarDay, CalendarYear } from '@beian/contracts/calendar.ts';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { CalendarDayForm } from './calendar-day-form.tsx';
import { texts } from './texts.ts';

/** 工作日历 (I34): a year's holidays and make-up days; operators set days and take that back. */
export function CalendarPage() {
  const t = useText();
  const { act, problem } = useAct();
  const [year, setYear] = useState(new Date().getFullYear());
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => api.get<CalendarYear>(`/api/calendar?year=${year}`),
    placeholderData: (before) => before,
  });
  return (
    <Page title={t(texts.title)} system={t(review.name)}>
      <p>{t(texts.intro)}</p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <div className="panel">
        <NumberField
          id="calendar-year"
          label={t(texts.year)}
          value={year}
          onChange={(value) => value !== undefined && value >= 2004 && value <= 2100 && setYear(value)}
        />
        <Loaded query={query}>
          {({ noticed, days }) => (
            <>
              {!noticed && <p>{t(texts.unnoticed)}</p>}
              <Days days={days} onClear={(date) => void act(() => api.remove(`/api/calendar/${date}`))} />
            </>
          )}
        </Loaded>
      </div>
      {!query.isPending && <CalendarDayForm />}
    </Page>
  );
}

function Days({ days, onClear }: { days: CalendarDay[]; onClear: (date: string) => void }) {
  const t = useText();
  if (days.length === 0) return <Empty description={t(texts.none)} />;
  return (
    <ListTable<CalendarDay>
      label={t(texts.title)}
      size="small"
      rowKey="date"
      dataSource={days}
      columns={[
        { title: t(texts.date), dataIndex: 'date' },
        { title: t(texts.name), dataIndex: 'name' },
        { title: t(texts.working), render: (_, { working }) => t(working ? texts.workingYes : texts.workingNo) },
        { title: t(texts.source), render: (_, { changed }) => t(changed ? texts.changed : texts.notice) },
        {
          title: t(texts.act),
          render: (_, { date, changed }) =>
            changed && (
              <Button size="small" aria-label={t(texts.clearOf, { date })} onClick={() => onClear(date)}>
                {t(texts.clear)}
              </Button>
            ),
        },
      ]}
    />
  );
}
