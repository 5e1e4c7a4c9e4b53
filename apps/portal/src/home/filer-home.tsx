import { useText } from '@beian/ui/language/language.tsx';
import { Businesses } from './businesses.tsx';
import { HomeCounts } from './home-counts.tsx';
import { LatestNotices } from './latest-notices.tsx';
import { Templates } from './templates.tsx';
import { texts } from './texts.ts';

/** What waits, what one can do, and what helps with it. */
export function FilerHome() {
  const t = useText();
  return (
    <>
      <HomeCounts />
      <section aria-labelledby="home-businesses">
        <h2 id="home-businesses" className="home-title">
          {t(texts.businesses)}
        </h2>
        <Businesses />
      </section>
      <div className="home-columns">
        <LatestNotices />
        <Templates />
      </div>
    </>
  );
}
