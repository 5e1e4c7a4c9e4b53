/** Texts of the statistics page. */
export const texts = {
  periods: { zh: '统计期间', en: 'Period' },
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  thisQuarter: { zh: '本季度', en: 'This quarter' },
  thisYear: { zh: '今年', en: 'This year' },
  twelveMonths: { zh: '近十二个月', en: 'Twelve months' },
  from: { zh: '起始日期', en: 'From' },
  to: { zh: '截止日期', en: 'To' },
  kind: { zh: '业务类型', en: 'Business' },
  organ: { zh: '机关（含下级）', en: 'Organ, with all below it' },
  division: { zh: '行政区划代码', en: 'Division code' },
  divisionHint: { zh: '2、4 或 6 位，例如 4403', en: 'Two, four or six digits, such as 4403' },
  any: { zh: '不限', en: 'Any' },
  apply: { zh: '统计', en: 'Show' },
  clear: { zh: '清除', en: 'Clear' },
  print: { zh: '打印', en: 'Print' },
  scope: {
    zh: '{organ}（含下级机关），{from} 至 {to}。在办、备案和设备为 {asOf} 的数据。',
    en: '{organ} with all below it, {from} to {to}. Open work, filings and devices as of {asOf}.',
  },
  totals: { zh: '总计', en: 'Totals' },
  months: {
    zh: '每月收到的申请和作出的决定。',
    en: 'What came in and was decided in each month.',
  },
  kinds: { zh: '各类业务的收件、决定和在办。', en: 'What came in, was decided and is open, by business.' },
  organs: {
    zh: '本机关和各直属下级机关（含其下级）。',
    en: 'The organ and each directly below it, with all below that.',
  },
  days: {
    zh: '办理用时（工作日）。申请人看到的预计办结，按近期同类审核用时的中位数推算。',
    en: 'Working days to decision. The end that filers see predicted follows from the median of the latest reviews of the kind.',
  },
  rate: { zh: '每月的退回率（%）。', en: 'The return rate of each month, in percent.' },
  ages: {
    zh: '在办任务按机关已用的工作日分组，不含申请人补正的时间。',
    en: 'Open tasks by the working days that organs have had them; corrections by the filer are not counted.',
  },
  counties: {
    zh: '有效备案和图像采集设备，按系统所在区县，不受期间和业务类型限制。',
    en: 'Valid filings and their devices by county, whatever the period and business.',
  },
  more: { zh: '另有 {count} 个区县未列出，已计入总计。', en: '{count} more counties are in the totals only.' },
  firstBars: { zh: '图中为前 {count} 项，表中为全部。', en: 'The chart shows the first {count}, the table all.' },
  chart: { zh: '柱状图：{caption}数据与表格相同。', en: 'Bar chart: {caption} The table has the same figures.' },
  table: { zh: '{title}的数据表', en: 'Table: {title}' },
  filings: { zh: '备案清单', en: 'List of filings' },
  definitions: { zh: '指标说明', en: 'What the figures mean' },
  unit: { zh: '{count} 个工作日', en: '{count} working days' },
} as const;

/** What each figure means, in the order in which they are explained. */
export const definitions = [
  {
    zh: '收件：期间内提交的申请，按现办理机关统计；跨区县变更按各部分统计。',
    en: 'Received: submitted in the period, counted for the organ that has it now; a change over several counties by its parts.',
  },
  {
    zh: '通过、不予通过：期间内办结的申请；须复核的以复核结论为准。',
    en: 'Approved, rejected: settled in the period; where there is a second review, by that.',
  },
  {
    zh: '退回率：退回补正 ÷（通过＋退回补正＋不予通过）。',
    en: 'Return rate: returned ÷ (approved + returned + rejected).',
  },
  {
    zh: '再次退回：此前已经退回过的申请再次退回；补充告知：此前可以告知而未告知的事项数。',
    en: 'Returned again: had been returned before. Late citations: what an earlier return could have cited.',
  },
  {
    zh: '办理用时：自受理机关收到次日起至作出决定之日的工作日，不含申请人补正的时间；中位数即半数不超过该天数。',
    en: 'Working days to decision: from the day after it came in to the day of the decision, without the time that the filer had it; half took no more than the median.',
  },
] as const;
