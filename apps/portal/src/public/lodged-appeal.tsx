import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { PublicAppealReceipt } from '@beian/contracts/appeals.ts';
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
          {t(texts.code)} <code style={{ fontSize: 22 }}>{receipt.trackingCode}</code>
        </p>
        <Alert type="warning" showIcon title={t(texts.codeOnce)} />
        <p style={{ marginTop: 16 }}>
          <Link to="/public/appeal/tracking">{t(texts.trackLink)}</Link>
        </p>
      </div>
    </Page>
  );
}
