import type { InboxNews } from '@beian/contracts/notifications.ts';

const retryMs = 30_000;

/** Hears news of the inbox while the page is looked at. `changed`: something came or was read since the last news. Answers how to stop. */
export function watchInbox(hear: (news: InboxNews, changed: boolean) => void): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;

  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(again);
  };
  const open = () => {
    if (source) return;
    const opened = new EventSource('/api/inbox/stream');
    source = opened;
    let unread: number | undefined;
    opened.addEventListener('inbox', (event: MessageEvent<string>) => {
      // The API is ours and tested against the same contract.
      const news = JSON.parse(event.data) as InboxNews;
      hear(news, news.items.length > 0 || news.unread !== unread);
      unread = news.unread;
    });
    // The browser connects again by itself, but not after a refusal.
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      close();
      again = window.setTimeout(look, retryMs);
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
