import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Home } from '@beian/contracts/home.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';

const texts = {
  title: { zh: '我的业务', en: 'My business' },
  returned: { zh: '待补正 {count} 件', en: '{count} to correct' },
  open: { zh: '办理中 {count} 件', en: '{count} under way' },
  ended: { zh: '已办结 {count} 件', en: '{count} ended' },
  held: { zh: '持有备案 {count} 个', en: '{count} filings held' },
  incoming: { zh: '待接收的移交 {count} 件', en: '{count} transfers wait for you' },
  drafts: { zh: '草稿 {count} 份', en: '{count} drafts' },
} as const;

/** What waits for the filer, and how much there is of what is one's own (M024). */
export function HomeCounts() {
  const t = useText();
  const query = useQuery({ queryKey: ['home'], queryFn: () => api.get<Home>('/api/home') });
  return (
    <section className="panel" aria-labelledby="home-counts">
      <h2 id="home-counts">{t(texts.title)}</h2>
      <Loaded query={query}>
        {({ applications, filings, incomingTransfers, drafts }) => (
          <ul>
            <li>
              <Link to="/applications">{t(texts.returned, { count: applications.returned })}</Link>
            </li>
            <li>
              <Link to="/applications">{t(texts.open, { count: applications.open })}</Link>
            </li>
            <li>
              <Link to="/applications">{t(texts.ended, { count: applications.ended })}</Link>
            </li>
            <li>
              <Link to="/filings">{t(texts.held, { count: filings.held })}</Link>
            </li>
            <li>
              <Link to="/transfers/incoming">{t(texts.incoming, { count: incomingTransfers })}</Link>
            </li>
            <li>
              <Link to="/drafts">{t(texts.drafts, { count: drafts })}</Link>
            </li>
          </ul>
        )}
      </Loaded>
    </section>
  );
}
