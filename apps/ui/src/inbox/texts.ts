/** Texts of the inbox, in both apps. */
export const inbox = {
  title: { zh: '消息', en: 'Messages' },
  unread: { zh: '{count} 条未读', en: '{count} unread' },
  /** What a screen reader says when the number changes. */
  news: { zh: '有 {count} 条未读消息', en: '{count} unread messages' },
  none: {
    zh: '没有消息。办理进度有变化时会在这里通知您。',
    en: 'No messages. You are told here what becomes of an application.',
  },
  noneUnread: { zh: '没有未读消息。', en: 'Nothing is unread.' },
  onlyUnread: { zh: '只看未读', en: 'Unread only' },
  isUnread: { zh: '未读', en: 'Unread' },
  read: { zh: '标为已读', en: 'Mark as read' },
  readOf: { zh: '标为已读：{title}', en: 'Mark as read: {title}' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  list: { zh: '消息列表', en: 'Messages' },
} as const;
