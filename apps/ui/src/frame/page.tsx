import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../forms/button.tsx';
import { useText } from '../language/language.tsx';
import { ApiProblem } from '../session/api-problem.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { Callout } from './callout.tsx';
import './page.css';
import { Skeleton } from './skeleton.tsx';
import { shared } from './texts.ts';

/** Whether a page has been shown since the browser loaded us: the first one is announced by the browser itself. */
let arrived = false;

/** A page with its heading: names the browser's tab and gives the heading the focus after a navigation, so that a screen reader says where one is. */
export function Page(props: {
  title: string;
  system: string;
  actions?: ReactNode;
  wrong?: boolean;
  children: ReactNode;
}) {
  const { title, system, actions, wrong, children } = props;
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${wrong ? t(shared.errorPrefix) : ''}${title} – ${system}`;
  }, [title, system, wrong, t]);
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </>
  );
}

/**
 * A problem as a person can use it: what happened, what to do, the number to tell the operators. Where a sign-in is asked for, because the
 * last one has run out or is not recent enough (I01), the way to it. Whoever pressed a button far below it sees it too.
 */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Answers a promise in some browsers, which is no clean-up.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={place}>
      <Problem error={error} onRetry={onRetry} />
    </div>
  );
}

function Problem({ error, onRetry }: { error: unknown; onRetry: (() => void) | undefined }) {
  const t = useText();
  const details = error instanceof ApiProblem ? error.details : undefined;
  if (details?.status === 401) {
    const [title, detail] = [t(shared.sessionTitle), t(shared.sessionDetail)];
    return <SignInAgain key={details.requestId} tone="error" {...{ title, detail }} onDone={onRetry} />;
  }
  if (details?.code === 'auth.step-up-required') {
    const { requestId, title, detail } = details;
    return <SignInAgain key={requestId} tone="warning" {...{ title, detail }} onDone={onRetry} />;
  }
  const silent = error instanceof ApiProblem;
  return (
    <Callout
      tone="error"
      role="alert"
      title={details?.title ?? t(silent ? shared.networkTitle : shared.faultTitle)}
      action={onRetry && <Button onClick={onRetry}>{t(shared.retry)}</Button>}
    >
      <p>{details?.detail ?? t(silent ? shared.networkDetail : shared.faultDetail)}</p>
      {details && details.status >= 500 && <p className="hint">{t(shared.reference, { id: details.requestId })}</p>}
    </Callout>
  );
}

type Asked<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** What a query has come to: a skeleton while it is asked, the problem with a retry, or the content. */
export function Loaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (!query.isPending && query.error) {
    const details = query.error instanceof ApiProblem ? query.error.details : undefined;
    return details?.status === 404 ? (
      <div className="panel nothing">
        <strong>{details.title}</strong>
        <p>{details.detail}</p>
      </div>
    ) : (
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  return <Skeleton />;
}
