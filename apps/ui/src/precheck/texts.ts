/** Texts of the pre-check against the regulation (N4); those of its findings are in the contracts. */
export const texts = {
  title: { zh: '条例预检', en: 'Pre-check against the regulation' },
  count: { zh: '条例预检（{count} 项）', en: 'Pre-check against the regulation ({count})' },
  forFiler: {
    zh: '平台对照《公共安全视频图像信息系统管理条例》检查了填报内容。请逐项核对；不修改也可以提交，审核人员看到同样的清单。',
    en: 'The platform has compared your entries with the regulation. Please look at each point; you may submit as it is, and the reviewer sees the same list.',
  },
  forReviewer: {
    zh: '与申请人提交前看到的清单相同。预检只作提示，不代替审核。',
    en: 'The list that the filer saw before submitting. It is a hint and decides nothing.',
  },
  forClerk: {
    zh: '请与纸质材料逐项核对；不影响提交。',
    en: 'Compare each point with the papers; nothing here prevents the submission.',
  },
  nothing: { zh: '未发现需要核对的内容。', en: 'Nothing to look at.' },
  checking: { zh: '正在检查设备信息表', en: 'Checking the device table' },
  comparing: { zh: '正在对照条例检查', en: 'Comparing with the regulation' },
  warning: { zh: '重点核对', en: 'Look closely' },
  notice: { zh: '提示', en: 'Notice' },
  advice: { zh: '怎么办：', en: 'What to do: ' },
  basis: { zh: '依据：', en: 'Basis: ' },
  serials: { zh: '设备序号：{serials}', en: 'Devices no. {serials}' },
  moreSerials: { zh: '设备序号：{serials} 等共 {total} 台', en: 'Devices no. {serials} and others, {total} in all' },
  article: { zh: '{article}全文', en: '{article}: what it says' },
  summaryNote: {
    zh: '以中文条文为准。',
    en: 'A summary; the Chinese text below is what binds.',
  },
  mend: { zh: '修改：{field}', en: 'Go to: {field}' },
  filing: { zh: '备案 {numbers}', en: 'Filing {numbers}' },
} as const;
