/** Texts of the keyboard shortcuts. */
export const texts = {
  title: { zh: '快捷键', en: 'Shortcuts' },
  key: { zh: '按键', en: 'Key' },
  does: { zh: '作用', en: 'What it does' },
  move: { zh: '在任务列表中移动', en: 'Move in the list of tasks' },
  open: { zh: '打开任务', en: 'Open the task' },
  next: { zh: '下一件：先本人的，再待签收的', en: 'The next task: your own first, then unclaimed ones' },
  claim: { zh: '签收任务', en: 'Claim the task' },
  file: { zh: '打开附件，再按看下一个', en: 'Open a file; again for the next one' },
  decide: { zh: '到审核决定', en: 'To the decision' },
  queue: { zh: '返回任务列表', en: 'Back to the tasks' },
  help: { zh: '显示本表', en: 'Show this table' },
  on: { zh: '启用单键快捷键（填写时不起作用）', en: 'Single keys work (never while you type)' },
} as const;
