/** Texts about a review that is suspended, on both sides. */
export const suspensionTexts = {
  suspended: { zh: '{organ}已挂起审核：{reason}', en: '{organ} has suspended the review: {reason}' },
  until: {
    zh: '自 {time} 起暂停计时，{day} 自动恢复办理，也可能提前恢复。',
    en: 'Its clock stands still since {time}; the review goes on by itself on {day}, or sooner.',
  },
  past: { zh: '审核挂起记录', en: 'Suspensions' },
  pastOne: { zh: '{from} 至 {to}，{reason}：{opinion}', en: '{from} to {to}, {reason}: {opinion}' },
  waitsFor: { zh: '{reason}，{day} 自动恢复办理', en: '{reason}; goes on by itself on {day}' },
  byDay: { zh: '到期自动恢复', en: 'by itself, on its day' },
  byStaff: { zh: '审核机关恢复', en: 'by the organ' },
} as const;
