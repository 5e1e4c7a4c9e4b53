import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Home } from '@beian/contracts/home.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** What waits for the filer, and how much there is of what is one's own (M024). What one has to act on stands out. */
export function HomeCounts() {
  const t = useText();
  const query = useQuery({ queryKey: ['home'], queryFn: () => api.get<Home>('/api/home') });
  return (
    <section className="panel" aria-labelledby="home-counts">
      <h2 id="home-counts">{t(texts.mine)}</h2>
      {/* The places stand before the numbers come: nothing below them jumps. */}
      {query.isPending ? <Counts /> : <Loaded query={query}>{(home) => <Counts home={home} />}</Loaded>}
    </section>
  );
}

function Counts({ home }: { home?: Home }) {
  const t = useText();
  const returned = home?.applications.returned;
  return (
    <ul className="home-counts" aria-busy={home === undefined}>
      <li className={returned ? 'waits' : undefined}>
        <Link to="/applications" search={{ status: 'returned' }}>
          <strong>{returned ?? '–'}</strong> {t(texts.returned)}
        </Link>
      </li>
      <li className={home?.incomingTransfers ? 'waits' : undefined}>
        <Link to="/transfers/incoming">
          <strong>{home?.incomingTransfers ?? '–'}</strong> {t(texts.incoming)}
        </Link>
      </li>
      <li>
        <Link to="/drafts">
          <strong>{home?.drafts ?? '–'}</strong> {t(texts.drafts)}
        </Link>
      </li>
      <li>
        <Link to="/applications">
          <strong>{home?.applications.open ?? '–'}</strong> {t(texts.open)}
        </Link>
      </li>
      <li>
        <Link to="/applications">
          <strong>{home?.applications.ended ?? '–'}</strong> {t(texts.ended)}
        </Link>
      </li>
      <li>
        <Link to="/filings">
          <strong>{home?.filings.held ?? '–'}</strong> {t(texts.held)}
        </Link>
      </li>
    </ul>
  );
}
