import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { ReviewBoard } from '@beian/contracts/board.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { review } from '../frame/texts.ts';
import { BoardSection } from './board-section.tsx';
import { ReviewerLoads } from './reviewer-loads.tsx';
import type { Acting } from './row-actions.tsx';
import { texts } from './texts.ts';

/** 督办台: what is late, soon due, escalated or left by who is absent, and who has how much; each section with what can be done about it. */
export function BoardPage() {
  const t = useText();
  const me = useMe();
  const urges = me.data?.roles.includes('supervisor') ?? false;
  const above = urges && me.data?.organ?.level !== 'county';
  const sections = ['overdue', 'dueSoon', 'absent', ...(above ? (['escalated'] as const) : [])] as const;
  const { act, problem } = useAct();
  const [done, setDone] = useState<string>();
  const query = useQuery({
    queryKey: ['board'],
    queryFn: () => api.get<ReviewBoard>('/api/review/board'),
    refetchInterval: 30_000,
  });
  const acting: Acting = async (said, work) => {
    setDone(undefined);
    const answer = await act(work);
    if (answer !== undefined) setDone(said);
  };
  return (
    <Page title={t(review.board)} system={t(review.name)}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <div role="status">{done && <Alert type="success" showIcon title={done} style={{ marginBottom: 20 }} />}</div>
      <Loaded query={query}>
        {(board) => (
          <>
            <nav className="panel" aria-label={t(texts.sections)}>
              <p style={{ marginTop: 0 }}>{t(texts.intro, { open: board.open, unclaimed: board.unclaimed })}</p>
              <div className="views">
                {sections.map((key) => (
                  <a key={key} href={`#${key}`}>
                    {t(texts[key])} {board[key].total}
                  </a>
                ))}
                <a href="#reviewers">{t(texts.reviewers)}</a>
              </div>
            </nav>
            {sections.map((key) => (
              <BoardSection key={key} id={key} title={t(texts[key])} section={board[key]} urges={urges} act={acting} />
            ))}
            <ReviewerLoads reviewers={board.reviewers} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
