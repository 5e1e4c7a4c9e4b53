import type { Label, Labels } from './label.ts';

/** How long an application has been with the organ, in working days without the time that the filer had it: classes of open tasks (I41). */
export const taskAges = ['up_to_1', 'up_to_3', 'up_to_5', 'up_to_10', 'over_10'] as const;
export type TaskAge = (typeof taskAges)[number];
export const taskAgeLabels: Labels<TaskAge> = {
  up_to_1: { zh: '0–1 个工作日', en: '0–1 working days' },
  up_to_3: { zh: '2–3 个工作日', en: '2–3 working days' },
  up_to_5: { zh: '4–5 个工作日', en: '4–5 working days' },
  up_to_10: { zh: '6–10 个工作日', en: '6–10 working days' },
  over_10: { zh: '超过 10 个工作日', en: 'More than 10 working days' },
};
/** The least number of working days of each class after the first. */
export const taskAgeBounds = [2, 4, 6, 11] as const;

/** How long recordings are kept, in classes: 30 days is the least that the regulation asks for (条例 art. 17). */
export const retentionClasses = ['under_30', 'days_30_to_89', 'days_90_up'] as const;
export type RetentionClass = (typeof retentionClasses)[number];
export const retentionClassLabels: Labels<RetentionClass> = {
  under_30: { zh: '不足 30 日', en: 'Under 30 days' },
  days_30_to_89: { zh: '30–89 日', en: '30–89 days' },
  days_90_up: { zh: '90 日以上', en: '90 days or more' },
};

/** The tables of the statistics, on the page and as they are exported (I42). */
export const statisticsTables = ['months', 'kinds', 'organs', 'ages', 'counties'] as const;
export type StatisticsTable = (typeof statisticsTables)[number];
export const statisticsTableLabels: Labels<StatisticsTable> = {
  months: { zh: '按月', en: 'By month' },
  kinds: { zh: '按业务类型', en: 'By business' },
  organs: { zh: '按机关', en: 'By organ' },
  ages: { zh: '在办时长', en: 'Ages of open tasks' },
  counties: { zh: '备案与设备', en: 'Filings and devices' },
};

/** What is counted, by one name on the page and in what is exported. */
export const figureLabels = {
  received: { zh: '收件', en: 'Received' },
  approved: { zh: '通过', en: 'Approved' },
  returned: { zh: '退回补正', en: 'Returned' },
  rejected: { zh: '不予通过', en: 'Rejected' },
  rerouted: { zh: '转办', en: 'Re-routed' },
  returnRate: { zh: '退回率', en: 'Return rate' },
  secondReturns: { zh: '再次退回', en: 'Returned again' },
  lateCitations: { zh: '补充告知', en: 'Late citations' },
  medianDays: { zh: '办理用时中位数（工作日）', en: 'Median working days to decision' },
  ninthDecileDays: { zh: '九成办结用时（工作日）', en: 'Working days to decision, nine in ten' },
  open: { zh: '在办', en: 'Open' },
  overdue: { zh: '逾期', en: 'Overdue' },
  withFiler: { zh: '待补正', en: 'With the filer' },
  filings: { zh: '有效备案', en: 'Valid filings' },
  held: { zh: '其中争议冻结', en: 'Of them held' },
  devices: { zh: '设备', en: 'Devices' },
  withSnapshot: { zh: '有抓拍', en: 'With snapshot' },
  withoutSnapshot: { zh: '无抓拍', en: 'Without snapshot' },
} as const satisfies Record<string, Label>;
