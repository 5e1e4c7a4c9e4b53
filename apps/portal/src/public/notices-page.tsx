import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PublicNoticeList } from '@beian/contracts/content.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Button } from '@beian/ui/forms/button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

type List = z.infer<typeof PublicNoticeList>;

/** 公告 (I33): pinned ones first. */
export function NoticesPage() {
  const t = useText();
  const query = useInfiniteQuery({
    queryKey: ['notices'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<List>(`/api/public/notices?${queryOf({ cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  });
  return (
    <Page title={t(portal.notices)} system={t(portal.name)}>
      <Loaded query={query}>
        {({ pages }) => (
          <div className="panel">
            {pages[0]?.items.length === 0 && <p className="nothing">{t(texts.noNotices)}</p>}
            <ul className="notices">
              {pages
                .flatMap((page) => page.items)
                .map((notice) => (
                  <li key={notice.id}>
                    {notice.pinned && <ToneTag tone="waiting">{t(texts.pinned)}</ToneTag>}{' '}
                    <a href={`/public/notices/${notice.id}`}>{t(notice.title)}</a>
                    <div className="second-line">
                      <time dateTime={notice.effectiveFrom}>{notice.effectiveFrom}</time>
                    </div>
                  </li>
                ))}
            </ul>
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t(shared.more)}
              </Button>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
