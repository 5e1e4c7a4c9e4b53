import type { Inbox, InboxNews } from '@beian/contracts/notifications.ts';
import { api } from '../session/api.ts';

const retryMs = 30_000;

/** Hears news of the inbox while the page is looked at. `changed`: something came or was read since the last news. Answers how to stop. */
export function watchInbox(hear: (news: InboxNews, changed: boolean) => void): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;
  let unread: number | undefined;

  const told = (news: InboxNews) => {
    hear(news, news.items.length > 0 || news.unread !== unread);
    unread = news.unread;
  };

  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(again);
  };
  const open = () => {
    if (source) return;
    const opened = new EventSource('/api/inbox/stream');
    source = opened;
    // The API is ours and tested against the same contract.
    opened.addEventListener('inbox', (event: MessageEvent<string>) => told(JSON.parse(event.data) as InboxNews));
    // The browser connects again by itself, but not after a refusal: whoever has too many windows open reads the number from time to time.
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      close();
      again = window.setTimeout(look, retryMs);
      api.get<Inbox>('/api/inbox?limit=1').then(
        (inbox) => told({ unread: inbox.unread, items: [] }),
        () => undefined, // the next look tries again
      );
    });
  };
  // A hidden page needs no connection: browsers have few for each site.
  const look = () => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
