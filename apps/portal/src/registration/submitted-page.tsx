import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Result } from 'antd';
import type { Application } from '@beian/contracts/applications.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** After the submission (I16): the number, the receipt, what happens next. */
export function SubmittedPage() {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    queryKey: ['application', id],
    queryFn: () => api.get<Application>(`/api/applications/${id}`),
  });
  return (
    <ForFilers>
      <Page title={t(texts.submitted)} system={t(portal.name)}>
        <Loaded query={query}>
          {(application) => (
            <div className="panel">
              <Result
                status="success"
                title={
                  <>
                    {t(texts.acceptance)} <strong>{application.number}</strong>
                  </>
                }
                subTitle={[application.unitName, application.systemName].filter(Boolean).join(' · ')}
              />
              <h2>{t(texts.whatNext)}</h2>
              <p>{t(texts.nextSteps, { organ: application.organ.name })}</p>
              <ul>
                <li>
                  <a href={`/api/applications/${id}/receipt.pdf`} target="_blank" rel="noreferrer">
                    {t(texts.receipt)}
                  </a>
                </li>
                <li>
                  <Link to="/applications/$id" params={{ id }}>
                    {t(texts.view)}
                  </Link>
                </li>
                {application.kind === 'registration' && (
                  <li>
                    <Link to="/registration">{t(texts.another)}</Link>
                  </li>
                )}
              </ul>
            </div>
          )}
        </Loaded>
      </Page>
    </ForFilers>
  );
}
