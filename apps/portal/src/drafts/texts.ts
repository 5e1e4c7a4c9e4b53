/** What is said of a draft while its form is filled in (I14). */
export const texts = {
  clean: { zh: '内容将自动保存为草稿', en: 'What you type is saved as a draft' },
  saving: { zh: '正在保存草稿…', en: 'Saving the draft…' },
  saved: { zh: '草稿已保存', en: 'Draft saved' },
  failed: {
    zh: '草稿未能保存，内容仍在页面上，将自动重试',
    en: 'The draft could not be saved; it is still on this page and will be tried again',
  },
  'signed-out': {
    zh: '草稿未能保存，内容仍在页面上。请重新登录，登录后将自动保存。',
    en: 'The draft could not be saved; it is still on this page. Sign in again and it is saved by itself.',
  },
  conflict: { zh: '草稿已在另一窗口修改', en: 'Another window has saved this draft' },
  whichToKeep: { zh: '请选择保留哪一份内容。', en: 'Choose which to keep.' },
  keepMine: { zh: '保留本页内容', en: 'Keep this page' },
  takeOther: { zh: '使用另一份', en: 'Take the other' },
} as const;
