import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import type { FilingVersionSummary } from '@beian/contracts/filings.ts';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 历次版本 (I24, I26): since when each held, and what it changed. */
export function VersionsView({ number }: { number: string }) {
  const t = useText();
  const query = useQuery({
    queryKey: ['filing-versions', number],
    queryFn: async () => (await api.get<{ items: FilingVersionSummary[] }>(`/api/filings/${number}/versions`)).items,
  });
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{t(texts.versions)}</h2>
      <Loaded query={query}>
        {(versions) => (
          <ScrollRegion label={t(texts.versionTable)}>
            <table className="notice stacking">
              <ColumnHeads labels={[texts.version, texts.effective, texts.changedFields]} />
              <tbody>
                {versions.map((version) => (
                  <Line key={version.number} number={number} version={version} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </Loaded>
    </section>
  );
}

function Line({ number, version }: { number: string; version: FilingVersionSummary }) {
  const t = useText();
  const time = useTime();
  const from = time(version.effectiveFrom);
  return (
    <tr>
      <th scope="row">
        <Link to="/filings/$number/versions/$version" params={{ number, version: String(version.number) }}>
          {t(texts.versionN, { n: version.number })}
        </Link>
      </th>
      <td>
        {version.effectiveTo
          ? t(texts.wasInForce, { from, to: time(version.effectiveTo) })
          : t(texts.inForce, { from })}
      </td>
      <td>
        {version.number === 1
          ? t(texts.first)
          : version.changed.map((field) => t(correctableFieldLabels[field])).join('、')}
      </td>
    </tr>
  );
}
