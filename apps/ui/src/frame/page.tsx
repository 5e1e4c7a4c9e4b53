import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../forms/button.tsx';
import { useText } from '../language/language.tsx';
import { ApiProblem } from '../session/api.ts';
import { signIn } from '../session/session.tsx';
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

/** A problem as a person can use it: what happened, what to do, the number to tell the operators. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const t = useText();
  const details = error instanceof ApiProblem ? error.details : undefined;
  const signedOut = details?.status === 401;
  const silent = error instanceof ApiProblem;
  const title = signedOut
    ? t(shared.sessionTitle)
    : (details?.title ?? t(silent ? shared.networkTitle : shared.faultTitle));
  const text = signedOut
    ? t(shared.sessionDetail)
    : (details?.detail ?? t(silent ? shared.networkDetail : shared.faultDetail));
  const staff = location.pathname.startsWith('/review');
  return (
    <Callout
      tone="error"
      role="alert"
      title={title}
      action={
        signedOut ? (
          <Button onClick={() => signIn(staff ? 'staff' : 'personal')}>{t(shared.signInAgain)}</Button>
        ) : (
          onRetry && <Button onClick={onRetry}>{t(shared.retry)}</Button>
        )
      }
    >
      <p>{text}</p>
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
