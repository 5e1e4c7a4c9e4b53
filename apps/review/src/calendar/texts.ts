/** Texts of the calendar. */
export const texts = {
  title: { zh: '工作日历', en: 'Working days' },
  intro: {
    zh: '审核和补正期限按工作日计算。此处列出与星期不一致的日期；修改只影响之后计算的期限，已经开始的期限不变。',
    en: 'Deadlines count working days. Listed are the days that are not as their day of the week says. A change moves deadlines that are computed afterwards; those that run keep their dates.',
  },
  year: { zh: '年份', en: 'Year' },
  unnoticed: {
    zh: '尚无该年的放假通知，未列出的日期按星期一至星期五为工作日。',
    en: 'No notice covers this year yet: what is not listed is worked Monday to Friday.',
  },
  none: { zh: '没有特殊日期。', en: 'No special days.' },
  date: { zh: '日期', en: 'Date' },
  name: { zh: '名称', en: 'Name' },
  working: { zh: '是否工作日', en: 'Worked' },
  workingYes: { zh: '工作日', en: 'Worked' },
  workingNo: { zh: '休息日', en: 'Off' },
  source: { zh: '来源', en: 'Source' },
  notice: { zh: '放假通知', en: "State Council's notice" },
  changed: { zh: '平台设置', en: 'Set here' },
  act: { zh: '操作', en: 'Action' },
  clear: { zh: '恢复默认', en: 'Back to the default' },
  clearOf: { zh: '恢复 {date} 的默认值', en: 'Back to the default for {date}' },
  set: { zh: '设置日期', en: 'Set a day' },
  save: { zh: '保存', en: 'Save' },
} as const;
