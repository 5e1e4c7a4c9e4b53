import { article14, type PrecheckText } from './precheck-text.ts';

/** The findings of the pre-check that are worth a careful look, in the order in which they are listed. */
export const precheckWarnings = {
  'place.forbidden': {
    article: 8,
    clause: { zh: '第八条第一款', en: 'Article 8 ¶1' },
    quote: '禁止在公共场所的下列区域、部位安装图像采集设备及相关设施',
    severity: 'warning',
    message: {
      zh: '请核对安装位置：填报内容提到“{words}”，其内部禁止安装图像采集设备。',
      en: 'Please check where devices are: “{words}” is mentioned, and inside such places none may be installed.',
    },
    advice: {
      zh: '确在内部的，请立即拆除；只在门外、走廊等处的，请把位置写清楚（例如“更衣室门外走廊”）。',
      en: 'If a device is inside, remove it at once. If it is outside the door or in a corridor, say so (for example “更衣室门外走廊”).',
    },
  },
  'retention.short': {
    article: 17,
    clause: { zh: '第十七条', en: 'Article 17' },
    quote: '应当保存不少于30日',
    severity: 'warning',
    message: {
      zh: '视频图像信息存储期限为 {days} 天，不足 30 天。',
      en: 'Video is kept for {days} days, fewer than 30.',
    },
    advice: {
      zh: '请把存储期限调整到 30 天以上；法律、行政法规另有规定的，请在备注信息中写明依据。',
      en: 'Keep it for 30 days or more; where a law or administrative regulation sets another time, name it in the remarks.',
    },
  },
  'retention.devices-short': {
    article: 17,
    clause: { zh: '第十七条', en: 'Article 17' },
    quote: '应当保存不少于30日',
    severity: 'warning',
    message: {
      zh: '设备信息表中 {count} 台设备的存储天数不足 30 天。',
      en: 'Devices of the table that keep video for fewer than 30 days: {count}.',
    },
    advice: {
      zh: '请调整这些设备的存储天数，或者改正设备信息表。',
      en: 'Let these devices keep video longer, or correct the table.',
    },
  },
  'first-use.late': {
    article: 14,
    clause: article14,
    quote: '应当在系统投入使用之日起30日内',
    severity: 'warning',
    message: {
      zh: '系统于 {date} 投入使用，备案期限到 {deadline} 止，已经超过。',
      en: 'In use since {date}; the time to file ended on {deadline}.',
    },
    advice: {
      zh: '请核对系统投入使用日期；日期无误的，请尽快提交，逾期仍可备案。',
      en: 'Check the date of first use; if it is right, file soon: late filings are accepted.',
    },
  },
  'first-use.transition-late': {
    article: 14,
    clause: article14,
    quote: '本条例施行前已经启用的，应当在本条例施行之日起90日内备案',
    severity: 'warning',
    message: {
      zh: '系统于 {date}（条例施行前）投入使用，备案期限到 {deadline} 止，已经超过。',
      en: 'In use since {date}, before the regulation; the time to file ended on {deadline}.',
    },
    advice: {
      zh: '请核对系统投入使用日期；日期无误的，请尽快提交，逾期仍可备案。',
      en: 'Check the date of first use; if it is right, file soon: late filings are accepted.',
    },
  },
  'sign.missing': {
    article: 13,
    clause: { zh: '第十三条', en: 'Article 13' },
    quote: '设置显著的提示标识',
    severity: 'warning',
    message: {
      zh: '设备信息表中 {count} 台设备未设提示标识。',
      en: 'Devices of the table without a sign: {count}.',
    },
    advice: {
      zh: '请设置显著的提示标识；已经设置的，请改正设备信息表。',
      en: 'Put up a conspicuous sign; where there is one, correct the table.',
    },
  },
} as const satisfies Record<string, PrecheckText>;
