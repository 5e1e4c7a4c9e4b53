import { Alert } from 'antd';
import type { Application } from '@beian/contracts/applications.ts';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** How a transfer stands with its recipient (I46): until when, or how it ended. */
export function TransferState({ transfer }: { transfer: NonNullable<Application['transfer']> }) {
  const t = useText();
  const time = useTime();
  const { dueAt, outcome, reason } = transfer;
  const title = {
    accepted: texts.handedOver,
    declined: texts.declined,
    revoked: texts.revokedByYou,
    expired: texts.unanswered,
    open: texts.awaiting,
  }[outcome ?? 'open'];
  return (
    <Alert
      type={outcome === 'accepted' ? 'success' : 'info'}
      showIcon
      style={{ marginTop: 16 }}
      title={t(title)}
      description={
        reason ? t(texts.declineReason, { reason }) : !outcome && dueAt && t(texts.answerDue, { time: time(dueAt) })
      }
    />
  );
}
