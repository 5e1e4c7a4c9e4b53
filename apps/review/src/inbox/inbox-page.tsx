import { Page } from '@beian/ui/frame/page.tsx';
import { InboxView } from '@beian/ui/inbox/inbox-view.tsx';
import { inbox } from '@beian/ui/inbox/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { review } from '../frame/texts.ts';

/** The inbox of staff: what the organ, or oneself, is asked to see to (I20). */
export function InboxPage() {
  const t = useText();
  return (
    <Page title={t(inbox.title)} system={t(review.name)}>
      <InboxView />
    </Page>
  );
}
