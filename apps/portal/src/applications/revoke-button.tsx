import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** 撤销移交 (I48): asks once more before it ends the transfer. */
export function RevokeButton({ id }: { id: string }) {
  const t = useText();
  const revoke = async () => {
    const { status } = await api.post<ApplicationSummary>(`/api/transfers/${id}/revocation`);
    return t(status === 'revoked' ? texts.revoked : texts.accepted);
  };
  return (
    <AskButton look="danger" label={t(texts.revoke)} act={revoke}>
      <p>{t(texts.revokeSure)}</p>
    </AskButton>
  );
}
