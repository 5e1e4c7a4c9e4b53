import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import type { Filing } from '@beian/contracts/filings.ts';
import { applicationKindLabels, delegationRoleLabels, filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import { ContentView } from '@beian/ui/application/content-view.tsx';
import { ButtonLink } from '@beian/ui/frame/next-link.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';
import { VersionsView } from './versions-view.tsx';

/** 备案详情, for its holder. */
export function FilingPage() {
  const { number } = useParams({ strict: false }) as { number: string };
  const t = useText();
  const time = useTime();
  const query = useQuery({
    queryKey: ['filing', number],
    queryFn: () => api.get<Filing>(`/api/filings/${encodeURIComponent(number)}`),
  });
  return (
    <ForFilers>
      <Page title={`${t(texts.number)} ${number}`} system={t(portal.name)}>
        <Loaded query={query}>
          {(filing) => (
            <>
              <section className="panel">
                <Descriptions
                  column={{ xs: 1, md: 2 }}
                  items={[
                    { key: 'status', label: t(texts.status), children: t(filingStatusLabels[filing.status]) },
                    { key: 'organ', label: t(texts.organ), children: filing.organ.name },
                    { key: 'at', label: t(texts.registeredAt), children: time(filing.registeredAt) },
                    // Of the application that led to it only its filer may know.
                    ...(filing.applicationId
                      ? [
                          {
                            key: 'application',
                            label: t(texts.application),
                            children: (
                              <Link to="/applications/$id" params={{ id: filing.applicationId }}>
                                {t(texts.seeApplication)}
                              </Link>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
                <p className="hint">{t(texts.masked)}</p>
                {filing.actingFor && (
                  <p>
                    {t(texts.actingFor, {
                      role: t(delegationRoleLabels[filing.actingFor.role]),
                      unit: filing.actingFor.unitName,
                      until: filing.actingFor.validUntil,
                    })}
                  </p>
                )}
                {filing.openBusiness && (
                  <p>
                    {t(texts.busy, {
                      kind: t(applicationKindLabels[filing.openBusiness.kind]),
                      number: filing.openBusiness.applicationNumber,
                    })}
                  </p>
                )}
                {filing.cancelledAt && <p>{t(texts.cancelledAt, { time: time(filing.cancelledAt) })}</p>}
                <div className="actions" style={{ marginTop: 16 }}>
                  <Button href={`/api/filings/${number}/receipt.pdf`} target="_blank" rel="noreferrer">
                    {t(texts.certificate)}
                  </Button>
                  {filing.status === 'valid' && !filing.openBusiness && filing.actingFor?.role !== 'reader' && (
                    <>
                      <ButtonLink to="/change" search={{ number }}>
                        {t(texts.change)}
                      </ButtonLink>
                      {!filing.actingFor && (
                        <ButtonLink to="/filings/$number/transfer" params={{ number }}>
                          {t(texts.transfer)}
                        </ButtonLink>
                      )}
                      <ButtonLink to="/cancellation" search={{ number }}>
                        {t(texts.cancel)}
                      </ButtonLink>
                    </>
                  )}
                </div>
              </section>
              <ContentView content={filing.content} />
              <VersionsView number={number} />
            </>
          )}
        </Loaded>
      </Page>
    </ForFilers>
  );
}
