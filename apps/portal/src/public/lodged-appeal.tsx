import type { PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import { Callout } from '@beian/ui/frame/callout.tsx';
import { Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from '../appeal/texts.ts';
import { portal } from '../frame/texts.ts';

/** The number and the tracking code, this once. */
export function LodgedAppeal({ receipt }: { receipt: PublicAppealReceipt }) {
  const t = useText();
  return (
    <Page title={t(texts.lodged)} system={t(portal.name)}>
      <div className="panel" role="status">
        <p>
          {t(texts.acceptance)} <strong>{receipt.number}</strong>
        </p>
        <p>
          {t(texts.code)} <code className="tracking-code">{receipt.trackingCode}</code>
        </p>
        <Callout tone="warning" title={t(texts.codeOnce)} />
        <p>
          <a href="/public/appeal/tracking">{t(texts.trackLink)}</a>
        </p>
      </div>
    </Page>
  );
}
