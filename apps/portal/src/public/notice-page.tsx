import { useQuery } from '@tanstack/react-query';
import type { PublicNoticeText } from '@beian/contracts/content.ts';
import { Paragraphs } from '@beian/ui/content/paragraphs.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import type { PageProps } from './pages.ts';
import { texts } from './texts.ts';

/** One notice. */
export function NoticePage({ part: id }: PageProps) {
  const t = useText();
  const query = useQuery({
    queryKey: ['notices', id],
    queryFn: () => api.get<PublicNoticeText>(`/api/public/notices/${encodeURIComponent(id)}`),
  });
  return (
    <Loaded query={query}>
      {(notice) => (
        <Page title={t(notice.title)} system={t(portal.name)}>
          <article className="panel">
            <p className="second-line">
              <time dateTime={notice.effectiveFrom}>{notice.effectiveFrom}</time>
            </p>
            <Paragraphs text={t(notice.body)} />
          </article>
          <a href="/public/notices">{t(texts.toNotices)}</a>
        </Page>
      )}
    </Loaded>
  );
}
