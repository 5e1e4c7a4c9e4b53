import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PublicNoticeText } from '@beian/contracts/content.ts';
import { Paragraphs } from '@beian/ui/content/paragraphs.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** One notice. */
export function NoticePage() {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    queryKey: ['notices', id],
    queryFn: () => api.get<PublicNoticeText>(`/api/public/notices/${id}`),
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
          <Link to="/public/notices">{t(texts.toNotices)}</Link>
        </Page>
      )}
    </Loaded>
  );
}
