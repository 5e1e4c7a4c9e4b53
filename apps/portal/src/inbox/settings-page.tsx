import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { NotificationSettings } from '@beian/contracts/notifications.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { inbox } from '@beian/ui/inbox/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { settingsKey, settingsPath } from './notification-settings.ts';
import { SettingsForm } from './settings-form.tsx';
import { texts } from './texts.ts';
import { VerificationForm } from './verification-form.tsx';

/** 通知设置 (I20): where e-mails go, and about what. */
export function SettingsPage() {
  return (
    <ForFilers>
      <Settings />
    </ForFilers>
  );
}

function Settings() {
  const t = useText();
  const query = useQuery({ queryKey: settingsKey, queryFn: () => api.get<NotificationSettings>(settingsPath) });
  return (
    <Page title={t(texts.settings)} system={t(portal.name)} actions={<Link to="/inbox">{t(inbox.title)}</Link>}>
      <p>{t(texts.intro)}</p>
      <Loaded query={query}>
        {(settings) => (
          <>
            {settings.mail === 'unavailable' && (
              <Alert type="info" showIcon title={t(texts.mailUnavailable)} style={{ marginBottom: 20 }} />
            )}
            {settings.email !== undefined && !settings.emailVerified && settings.mail === 'available' && (
              <VerificationForm email={settings.email} until={settings.codeExpiresAt} />
            )}
            <SettingsForm settings={settings} />
            <p className="hint">{t(texts.smsUnavailable)}</p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
