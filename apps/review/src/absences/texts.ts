/** Texts of the page of absences. */
export const texts = {
  title: { zh: '代班', en: 'Absences' },
  intro: {
    zh: '缺勤期间，指派给缺勤人员的任务由代班人员办理；审计记录代谁办理。复核仍须由另一人进行。',
    en: 'While somebody is absent their cover works on what is assigned to them; the audit trail says for whom. The second review still needs another person.',
  },
  none: { zh: '没有代班安排。', en: 'Nobody is or will be absent.' },
  absent: { zh: '缺勤人员', en: 'Absent' },
  cover: { zh: '代班人员', en: 'Cover' },
  from: { zh: '开始日期', en: 'First day' },
  until: { zh: '结束日期', en: 'Last day' },
  setBy: { zh: '设置人', en: 'Set by' },
  state: { zh: '状态', en: 'State' },
  current: { zh: '代班中', en: 'Now' },
  planned: { zh: '未开始', en: 'Planned' },
  act: { zh: '操作', en: 'Action' },
  end: { zh: '结束', en: 'End' },
  endOf: { zh: '结束 {staffNo} 的代班', en: "End {staffNo}'s absence" },
  add: { zh: '设置代班', en: 'Set an absence' },
  myself: { zh: '本人（{staffNo}）', en: 'Myself ({staffNo})' },
} as const;
