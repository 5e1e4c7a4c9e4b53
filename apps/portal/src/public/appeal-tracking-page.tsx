import '@beian/ui/forms/without-eval.ts';
import { useState, type FormEvent } from 'react';
import { Tracking, type ClaimedFiling, type TrackedAppeal } from '@beian/contracts/appeals.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { DeterminationView } from '@beian/ui/application/determination-view.tsx';
import { StatusTag } from '@beian/ui/application/status-tag.tsx';
import { TimelineView } from '@beian/ui/application/timeline-view.tsx';
import { Button } from '@beian/ui/forms/button.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { texts } from '../appeal/texts.ts';
import { SignInButtons } from '../frame/sign-in-buttons.tsx';
import { portal } from '../frame/texts.ts';

/** How an appeal without sign-in stands, by its tracking code; and the filing that it has won. The code goes in bodies, never in an address. */
export function AppealTrackingPage() {
  const t = useText();
  const { locale } = useLanguage();
  const [trackingCode, setTrackingCode] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [found, setFound] = useState<TrackedAppeal>();
  const [busy, setBusy] = useState(false);

  const track = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setFound(undefined);
    const wrong = contractErrors(Tracking, { trackingCode }, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      setFound(await api.post<TrackedAppeal>('/api/public/appeals/tracking', { trackingCode }));
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t(texts.tracking)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.trackingIntro)}</p>
      <ErrorSummary errors={errors} idOf={() => 'tracking-code'} labelOf={() => t(texts.code)} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void track(event)}>
        <TextField
          id="tracking-code"
          label={t(texts.code)}
          error={errors[0]}
          required
          maxLength={40}
          autoComplete="off"
          value={trackingCode}
          onChange={setTrackingCode}
        />
        <Button type="submit" primary busy={busy}>
          {t(texts.track)}
        </Button>
      </form>
      <div aria-live="polite">{found && <Tracked appeal={found} trackingCode={trackingCode} />}</div>
    </Page>
  );
}

function Tracked({ appeal, trackingCode }: { appeal: TrackedAppeal; trackingCode: string }) {
  const t = useText();
  const { labelOf } = useDictionaries();
  return (
    <>
      <section className="panel" aria-label={appeal.number}>
        <div className="facts-line">
          <StatusTag kind="appeal" status={appeal.status} />
          <strong>{appeal.number}</strong>
          <span>{labelOf('appeal_ground', appeal.ground)}</span>
          <span>{appeal.organ.name}</span>
        </div>
      </section>
      {appeal.determination && <DeterminationView determination={appeal.determination} />}
      {appeal.claimable && <Claim trackingCode={trackingCode} />}
      <section className="panel" aria-labelledby="timeline">
        <h2 id="timeline">{t(texts.timeline)}</h2>
        <TimelineView entries={appeal.timeline} />
      </section>
    </>
  );
}

function Claim({ trackingCode }: { trackingCode: string }) {
  const t = useText();
  const me = useMe();
  const [problem, setProblem] = useState<unknown>();
  const [claimed, setClaimed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const signedIn = me.data && me.data.kind !== 'staff';
  const claim = () => {
    setBusy(true);
    void api
      .post<ClaimedFiling>('/api/appeals/claim', { trackingCode })
      .then(({ filingNumber }) => setClaimed(filingNumber), setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <section className="panel" aria-labelledby="claim">
      <h2 id="claim">{t(texts.claimTitle)}</h2>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p>{claimed ? t(texts.claimed, { number: claimed }) : t(texts.claimText)}</p>
      {!claimed &&
        (signedIn ? (
          <Button primary busy={busy} onClick={claim}>
            {t(texts.claim)}
          </Button>
        ) : (
          <SignInButtons />
        ))}
    </section>
  );
}
