import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Checkbox, Empty } from 'antd';
import { useRef, useState, type MouseEvent } from 'react';
import type { Inbox, InboxItem } from '@beian/contracts/notifications.ts';
import { ToneTag } from '../application/status-tag.tsx';
import { MoreButton } from '../frame/more-button.tsx';
import { Loaded, ProblemAlert } from '../frame/page.tsx';
import { useLanguage, useText, useTime } from '../language/language.tsx';
import { api, queryOf } from '../session/api.ts';
import { inboxKey } from './inbox-bell.tsx';
import { inbox } from './texts.ts';

/** 站内消息 (I20): newest first, all or unread; what came meanwhile appears by itself. */
export function InboxView() {
  const t = useText();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const query = useInfiniteQuery({
    // The texts come in the reader's language.
    queryKey: [inboxKey, { onlyUnread, locale }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<Inbox>(`/api/inbox?${queryOf({ unread: onlyUnread ? 'true' : undefined, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const mark = async (path: string) => {
    setProblem(undefined);
    await api.post(path).catch(setProblem);
    await queries.invalidateQueries({ queryKey: [inboxKey] });
  };
  return (
    <>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <div className="inbox-tools">
              <Checkbox checked={onlyUnread} onChange={(event) => setOnlyUnread(event.target.checked)}>
                {t(inbox.onlyUnread)}
              </Checkbox>
              <Button disabled={data.pages[0]?.unread === 0} onClick={() => void mark('/api/inbox/read-all')}>
                {t(inbox.readAll)}
              </Button>
            </div>
            <Items
              items={data.pages.flatMap((page) => page.items)}
              none={t(onlyUnread ? inbox.noneUnread : inbox.none)}
              onRead={(id) => mark(`/api/inbox/${id}/read`)}
            />
            <MoreButton query={query} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Items(props: { items: readonly InboxItem[]; none: string; onRead: (id: string) => Promise<void> }) {
  const { items, none, onRead } = props;
  const t = useText();
  if (items.length === 0) return <Empty description={none} />;
  return (
    <ul className="inbox" aria-label={t(inbox.list)}>
      {items.map((item) => (
        <Item key={item.id} item={item} onRead={() => onRead(item.id)} />
      ))}
    </ul>
  );
}

function Item({ item, onRead }: { item: InboxItem; onRead: () => Promise<void> }) {
  const t = useText();
  const time = useTime();
  const router = useRouter();
  const link = useRef<HTMLAnchorElement>(null);
  // The button goes away with what it did; the focus stays with the message.
  const read = () => {
    link.current?.focus();
    void onRead();
  };
  const open = (event: MouseEvent) => {
    if (!item.read) void onRead();
    // Another tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(item.link);
  };
  return (
    <li>
      <div>
        <a ref={link} href={item.link} className={item.read ? undefined : 'inbox-unread'} onClick={open}>
          {item.title}
        </a>{' '}
        {!item.read && <ToneTag tone="running">{t(inbox.isUnread)}</ToneTag>}
        <p>{item.text}</p>
        <time dateTime={item.at} className="hint">
          {time(item.at)}
        </time>
      </div>
      {!item.read && (
        <Button size="small" aria-label={t(inbox.readOf, { title: item.title })} onClick={read}>
          {t(inbox.read)}
        </Button>
      )}
    </li>
  );
}
