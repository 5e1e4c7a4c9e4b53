import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FilingVersionDetail } from '@beian/contracts/filings.ts';
import { ContentView } from '@beian/ui/application/content-view.tsx';
import { Devices } from '@beian/ui/devices/device-diff-view.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** A filing as one of its versions says (I24). */
export function VersionPage() {
  const { number, version } = useParams({ strict: false }) as { number: string; version: string };
  const t = useText();
  const query = useQuery({
    queryKey: ['filing-version', number, version],
    queryFn: () =>
      api.get<FilingVersionDetail>(
        `/api/filings/${encodeURIComponent(number)}/versions/${encodeURIComponent(version)}`,
      ),
  });
  return (
    <ForFilers>
      <Page title={t(texts.versionOf, { number, n: version })} system={t(portal.name)}>
        <p>
          <Link to="/filings/$number" params={{ number }}>
            {t(texts.back)}
          </Link>
        </p>
        <Loaded query={query}>{(detail) => <Version detail={detail} />}</Loaded>
      </Page>
    </ForFilers>
  );
}

function Version({ detail }: { detail: FilingVersionDetail }) {
  const t = useText();
  const time = useTime();
  const { effectiveTo, organ, content, devices } = detail;
  const from = time(detail.effectiveFrom);
  return (
    <>
      <section className="panel">
        <p>{effectiveTo ? t(texts.wasInForce, { from, to: time(effectiveTo) }) : t(texts.inForce, { from })}</p>
        <p>{organ.name}</p>
        <p className="hint">{t(texts.masked)}</p>
      </section>
      <ContentView content={content} />
      <section className="panel" aria-labelledby="version-devices">
        <h2 id="version-devices">{t(texts.devices)}</h2>
        <p>{t(texts.deviceCounts, { total: devices.total, listed: devices.rows.length })}</p>
        <ScrollRegion label={t(texts.deviceTable)}>
          <Devices devices={devices.rows} />
        </ScrollRegion>
      </section>
    </>
  );
}
