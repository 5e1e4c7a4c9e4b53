import type { ErrorComponentProps } from '@tanstack/react-router';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import { Page, ProblemAlert } from './page.tsx';
import { shared } from './texts.ts';

/** An address that no page has. */
export function NotFoundPage({ system, home }: { system: Label; home: string }) {
  const t = useText();
  return (
    <Page title={t(shared.notFound)} system={t(system)}>
      <div className="panel">
        <p>{t(shared.notFoundDetail)}</p>
        <a href={home}>{t(shared.toHome)}</a>
      </div>
    </Page>
  );
}

/** A fault of the page itself: what was typed is in the draft, so beginning anew is safe. */
export const BrokenPage = ({ error, reset }: ErrorComponentProps) => <ProblemAlert error={error} onRetry={reset} />;
