import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { Notice } from '@beian/contracts/content.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { NextLink } from '@beian/ui/frame/next-link.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { review } from '../frame/texts.ts';
import { ForEditors } from './for-editors.tsx';
import { PublishedTag, TextActions } from './text-actions.tsx';
import { texts } from './texts.ts';

/** 公告 as editors keep them (I33): all, drafts and past ones too. */
export function NoticeListPage() {
  return (
    <ForEditors>
      <NoticeList />
    </ForEditors>
  );
}

function NoticeList() {
  const t = useText();
  const { act, problem } = useAct();
  const query = useQuery({
    queryKey: ['content', 'notices'],
    queryFn: async () => (await api.get<{ items: Notice[] }>('/api/content/notices')).items,
  });
  const add = (
    <NextLink to="/content/notices/$id" params={{ id: 'new' }}>
      {t(texts.addNotice)}
    </NextLink>
  );
  const days = ({ effectiveFrom: from, effectiveUntil: until }: Notice) =>
    until ? t(texts.until, { from, until }) : t(texts.since, { from });
  return (
    <Page title={t(review.notices)} system={t(review.name)} actions={add}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <Loaded query={query}>
        {(notices) => (
          <div className="panel">
            {notices.length === 0 && <Empty description={t(texts.empty)} />}
            <ul className="notices">
              {notices.map((notice) => (
                <li key={notice.id}>
                  <p style={{ margin: '0 0 8px' }}>
                    <PublishedTag published={notice.published} />{' '}
                    {notice.pinned && <ToneTag tone="waiting">{t(texts.pinned)}</ToneTag>} {t(notice.title)}
                    <span className="second-line"> {days(notice)}</span>
                  </p>
                  <TextActions kind="notices" text={notice} name={t(notice.title)} act={act} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
