import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useText } from '../language/language.tsx';
import { inbox } from './texts.ts';
import { watchInbox } from './watch-inbox.ts';

/** Lists of the inbox in the cache begin with this. */
export const inboxKey = 'inbox';

/** How many messages are unread, live; an open inbox is read again when something came. */
function useUnread(): number {
  const queries = useQueryClient();
  const [unread, setUnread] = useState(0);
  useEffect(
    () =>
      watchInbox((news, changed) => {
        setUnread(news.unread);
        if (changed) void queries.invalidateQueries({ queryKey: [inboxKey] });
      }),
    [queries],
  );
  return unread;
}

/** The way to the inbox: `children` makes the link of its words. A new number is said to screen readers when they have finished. */
export function InboxBell({ children }: { children: (words: ReactNode) => ReactNode }) {
  const t = useText();
  const unread = useUnread();
  return (
    <span className="frame-bell">
      {children(
        <>
          {t(inbox.title)}
          {unread > 0 && (
            <span className="frame-count">{t(inbox.unread, { count: unread > 99 ? '99+' : unread })}</span>
          )}
        </>,
      )}
      <span className="visually-hidden" aria-live="polite">
        {unread > 0 && t(inbox.news, { count: unread })}
      </span>
    </span>
  );
}
