import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PublicNoticeList } from '@beian/contracts/content.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

type List = z.infer<typeof PublicNoticeList>;

/** The first notices of the board (I33). */
export function LatestNotices() {
  const t = useText();
  const query = useQuery({
    queryKey: ['latest-notices'],
    queryFn: () => api.get<List>('/api/public/notices?limit=4'),
  });
  return (
    <section className="panel" aria-labelledby="home-notices">
      <h2 id="home-notices">{t(texts.notices)}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="hint">{t(texts.noNotices)}</p>
          ) : (
            <ul className="notices">
              {items.map(({ id, title, effectiveFrom }) => (
                <li key={id}>
                  <a href={`/public/notices/${id}`}>{t(title)}</a>
                  <div className="second-line">
                    <time dateTime={effectiveFrom}>{effectiveFrom}</time>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
