import { Link } from '@tanstack/react-router';
import { Page } from '@beian/ui/frame/page.tsx';
import { InboxView } from '@beian/ui/inbox/inbox-view.tsx';
import { inbox } from '@beian/ui/inbox/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { ForFilers } from '../frame/for-filers.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** 站内消息 (I20). */
export function InboxPage() {
  const t = useText();
  return (
    <ForFilers>
      <Page
        title={t(inbox.title)}
        system={t(portal.name)}
        actions={<Link to="/inbox/settings">{t(texts.settings)}</Link>}
      >
        <InboxView />
      </Page>
    </ForFilers>
  );
}
