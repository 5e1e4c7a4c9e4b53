import { article14, type PrecheckText } from './precheck-text.ts';

const truth = {
  article: 14,
  clause: { zh: '第十四条第二款', en: 'Article 14 ¶2' },
  quote: '应当对备案信息的真实性负责',
  severity: 'notice',
} as const;

/** The findings of the pre-check that are worth a short look, in the order in which they are listed. */
export const precheckNotices = {
  'place.may-be-private': {
    article: 8,
    clause: { zh: '第八条第一款第四项', en: 'Article 8 ¶1 (4)' },
    quote: '能够拍摄、窥视、窃听他人隐私的其他区域、部位',
    severity: 'notice',
    message: {
      zh: '请核对安装位置：“{words}”可能拍摄到他人隐私。',
      en: 'Please check where devices are: in “{words}” they may see what is private.',
    },
    advice: {
      zh: '能够拍摄到他人隐私的，不得安装；不会拍摄到的，请把位置写清楚。',
      en: 'Where a device can see what is private it may not be; where it cannot, say where it is.',
    },
  },
  'place.beside-private': {
    article: 13,
    clause: { zh: '第十三条', en: 'Article 13' },
    quote: '合理确定图像采集设备的安装位置、角度和采集范围',
    severity: 'notice',
    message: {
      zh: '{count} 台设备在“{words}”的门外或者附近。',
      en: 'Devices outside or near “{words}”: {count}.',
    },
    advice: {
      zh: '请核对角度和采集范围，画面不得拍到其内部。',
      en: 'Check their angle and range: the picture must not show the inside.',
    },
  },
  'place.secret-neighbour': {
    article: 10,
    clause: { zh: '第十条', en: 'Article 10' },
    quote: '应当事先征得相关涉密单位的同意',
    severity: 'notice',
    message: { zh: '填报内容提到“{words}”。', en: '“{words}” is mentioned.' },
    advice: {
      zh: '位于军事禁区、军事管理区以及涉密单位周边的，应当先征得该单位同意。',
      en: 'Near military areas and units that hold secrets, their consent comes first.',
    },
  },
  'place.roads': {
    article: 7,
    clause: { zh: '第七条第一款', en: 'Article 7 ¶1' },
    quote: '由县级以上地方人民政府按照建设规划组织有关部门建设',
    severity: 'notice',
    message: {
      zh: '{count} 台设备的场所类别为城乡主要路段等，这类场所由政府组织建设，与填报的单位类型不一致。',
      en: 'Devices on main roads or the like: {count}. There the government has systems built; the unit is of another type.',
    },
    advice: {
      zh: '请核对场所类别和单位类型；受政府部门委托建设或者运营的，请在备注信息中写明。',
      en: 'Check the kind of place and the type of the unit; if a government department has asked for it, say so in the remarks.',
    },
  },
  'place.small-vehicle': {
    article: 7,
    clause: { zh: '第七条第二款第三项', en: 'Article 7 ¶2 (3)' },
    quote: '客运列车、营运载客汽车、城市轨道交通车辆、客运船舶等大中型公共交通工具',
    severity: 'notice',
    message: {
      zh: '{count} 台设备在出租车、网约车等小型车辆上，请核对是否属于大中型公共交通工具。',
      en: 'Devices in taxis or the like: {count}. Please check whether these are large or medium public vehicles.',
    },
    advice: {
      zh: '不属于第七条规定的，没有备案义务，可以从设备信息表中删除。',
      en: 'What article 7 does not name need not be filed and may be taken out of the table.',
    },
  },
  'place.outside-article-7': {
    article: 9,
    clause: { zh: '第九条第二款', en: 'Article 9 ¶2' },
    quote: '除第十一条、第十四条、第十五条、第十六条第二款、第十七条规定的强制性要求之外',
    severity: 'notice',
    message: {
      zh: '系统名称提到“{words}”，第七条没有列出这类场所，请核对是否有备案义务。',
      en: 'The name says “{words}”, which article 7 does not list; please check whether there is a duty to file.',
    },
    advice: {
      zh: '属于第七条规定场所的，请照常提交；不属于的，没有备案义务。不确定的，请咨询所在地公安机关。',
      en: 'If it is a place of article 7, go on; if not, there is no duty to file. In doubt, ask the local police.',
    },
  },
  'first-use.not-stated': {
    article: 14,
    clause: article14,
    quote: '应当在系统投入使用之日起30日内',
    severity: 'notice',
    message: {
      zh: '未填写系统投入使用日期，无法核对备案期限。',
      en: 'The date of first use is not given, so the time to file cannot be checked.',
    },
    advice: {
      zh: '建议填写；此项选填，不影响提交。',
      en: 'Give it if you can; it is optional.',
    },
  },
  'first-use.devices-late': {
    article: 14,
    clause: article14,
    quote: '应当在系统投入使用之日起30日内',
    severity: 'notice',
    message: {
      zh: '未填写系统投入使用日期；设备最早于 {date} 启用，由此起算，备案期限到 {deadline} 止，已经超过。',
      en: 'The date of first use is not given; the first device is in use since {date}, and counted from there the time to file ended on {deadline}.',
    },
    advice: {
      zh: '请填写系统投入使用日期；逾期仍可备案。',
      en: 'Give the date of first use; late filings are accepted.',
    },
  },
  'first-use.devices-earlier': {
    ...truth,
    message: {
      zh: '系统投入使用日期为 {date}，但有设备于 {earliest} 已经启用。',
      en: 'The date of first use is {date}, but a device has been in use since {earliest}.',
    },
    advice: { zh: '请核对两处日期。', en: 'Check both dates.' },
  },
  'retention.devices-differ': {
    ...truth,
    message: {
      zh: '视频图像信息存储期限为 {days} 天，但有设备只存储 {shortest} 天。',
      en: 'Video is said to be kept for {days} days, but a device keeps it for {shortest} only.',
    },
    advice: {
      zh: '请核对存储期限和设备信息表中的存储天数。',
      en: 'Check the retention of the system and of the devices.',
    },
  },
  'snapshot.devices-differ': {
    ...truth,
    message: {
      zh: '填报的是否具备抓拍图片功能与设备信息表不一致：表中 {count} 台设备可以抓拍。',
      en: 'Whether devices can take snapshots differs from the table; devices there that can: {count}.',
    },
    advice: { zh: '请核对两处内容。', en: 'Check both.' },
  },
  'retention.long': {
    article: 17,
    clause: { zh: '第十七条', en: 'Article 17' },
    quote: '30日后，对已经实现处理目的的视频图像信息，应当予以删除',
    severity: 'notice',
    message: {
      zh: '视频图像信息存储期限为 {days} 天，超过一年。',
      en: 'Video is kept for {days} days, more than a year.',
    },
    advice: {
      zh: '请核对；条例没有规定上限，但已经实现处理目的的应当删除。',
      en: 'Check it: the regulation sets no limit, but what has served its purpose is to be deleted.',
    },
  },
} as const satisfies Record<string, PrecheckText>;
