import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Application } from '@beian/contracts/applications.ts';
import { unlockedBy } from '@beian/contracts/correctable-fields.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { AppealCorrection } from '../appeal/appeal-correction.tsx';
import { ChangeCorrection } from '../change/change-correction.tsx';
import { ForFilers } from '../frame/for-filers.tsx';
import { idOf } from '../registration/registration-form.ts';
import { CorrectionFields } from './correction-fields.tsx';
import { CorrectionPrecheck } from './correction-precheck.tsx';
import { correctedBy, correctionFormOf, isAboutUnit, type Corrected } from './correction-form.ts';
import { CorrectionShell } from './correction-shell.tsx';
import { texts } from './texts.ts';
import { useApplication } from './use-application.ts';

/** 补正 (I18): only the cited fields can be changed. */
export function CorrectionPage() {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useApplication(id);
  // The form begins with the version that was returned and is not disturbed by later reads.
  const begun = useRef<Application>(undefined);
  if (!begun.current && query.data?.correction) begun.current = query.data;
  return (
    <ForFilers>
      <Loaded query={query}>
        {() =>
          begun.current ? (
            <CorrectionOf application={begun.current} />
          ) : (
            <div className="panel nothing">
              <h1>{t(texts.notReturned)}</h1>
              <Link to="/applications/$id" params={{ id }}>
                {t(texts.backToApplication)}
              </Link>
            </div>
          )
        }
      </Loaded>
    </ForFilers>
  );
}

function CorrectionOf({ application }: { application: Application }) {
  if (!isAboutUnit(application)) return <AppealCorrection application={application} />;
  if (application.kind === 'change') return <ChangeCorrection application={application} />;
  return <Correction application={application} />;
}

function Correction({ application }: { application: Corrected }) {
  const [form, setForm] = useState(() => correctionFormOf(application));
  const unlocked = unlockedBy((application.correction?.notice ?? []).map((entry) => entry.field));
  return (
    <CorrectionShell
      application={application}
      corrected={correctedBy(application, form)}
      idOf={(path) => (path === 'system.address' ? 'system-place-county' : idOf(path))}
    >
      {(errorOf) => (
        <>
          <CorrectionFields
            application={application}
            unlocked={unlocked}
            form={form}
            set={(part) => setForm((now) => ({ ...now, ...part }))}
            errorOf={errorOf}
          />
          {application.kind === 'registration' && (
            <CorrectionPrecheck application={application} form={form} unlocked={unlocked} />
          )}
        </>
      )}
    </CorrectionShell>
  );
}
