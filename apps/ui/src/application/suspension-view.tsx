import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ReviewSuspension } from '@beian/contracts/applications.ts';
import { suspensionReasonLabels } from '@beian/contracts/vocabulary.ts';
import { useText, useTime } from '../language/language.tsx';
import { suspensionTexts as texts } from './texts.ts';

/** 审核挂起 (I08): what the organ waits for, since when and until which day; `children` says what the reader may do. */
export function SuspensionAlert({ suspension, children }: { suspension: ReviewSuspension; children?: ReactNode }) {
  const t = useText();
  const time = useTime();
  const { organ, reasonCode, opinion, resumeOn, suspendedAt } = suspension;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ margin: '16px 0' }}
      title={t(texts.suspended, { organ: organ.name, reason: t(suspensionReasonLabels[reasonCode]) })}
      description={
        <>
          <p>{opinion}</p>
          <p>{t(texts.until, { time: time(suspendedAt), day: resumeOn })}</p>
          {children}
        </>
      }
    />
  );
}

/** Suspensions that are over, with their reasons: part of what has been said of an application. */
export function PastSuspensions({ suspensions }: { suspensions: readonly ReviewSuspension[] }) {
  const t = useText();
  const time = useTime();
  const past = suspensions.flatMap((one) => (one.resumed ? [{ ...one, resumed: one.resumed }] : []));
  if (past.length === 0) return null;
  return (
    <>
      <h3>{t(texts.past)}</h3>
      <ul>
        {past.map(({ id, reasonCode, opinion, suspendedAt, resumed }) => (
          <li key={id}>
            {t(texts.pastOne, {
              from: time(suspendedAt),
              to: time(resumed.at),
              reason: t(suspensionReasonLabels[reasonCode]),
              opinion,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
