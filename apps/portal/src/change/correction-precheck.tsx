import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { Application } from '@beian/contracts/applications.ts';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import type { FieldLink } from '@beian/ui/precheck/finding-view.tsx';
import { texts } from '@beian/ui/precheck/texts.ts';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';
import { ChangePrecheck } from './change-precheck.tsx';

const pauseMs = 600;

/** 条例预检 of a change as it will be after its correction (N4), asked anew a moment after what is filled in has changed. */
export function ChangeCorrectionPrecheck(props: {
  application: Pick<Application, 'id' | 'version'>;
  /** What is corrected so far, as the API takes it. */
  corrected: Record<string, unknown>;
  fieldLink: FieldLink;
}) {
  const { application, corrected, fieldLink } = props;
  const t = useText();
  const { locale } = useLanguage();
  const body = useSettled(JSON.stringify({ baseVersion: application.version, ...corrected }));
  const query = useQuery({
    queryKey: ['correction-preview', application.id, body, locale],
    queryFn: () =>
      api.post<ChangePreview>(`/api/applications/${application.id}/resubmission/preview`, JSON.parse(body)),
    placeholderData: keepPreviousData,
  });
  // A value that is not right yet is said at its field when the form is sent.
  const unfinished = query.error instanceof ApiProblem && query.error.code === 'request.invalid';
  return (
    <>
      {query.data && <ChangePrecheck filings={query.data.filings} linkOf={() => fieldLink} />}
      <div aria-live="polite">{query.isPending && <Spin description={t(texts.comparing)} />}</div>
      {query.error && !unfinished && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
    </>
  );
}

/** A text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), pauseMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
