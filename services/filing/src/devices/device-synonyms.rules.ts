/** Full-width forms of ASCII as ASCII; the ideographic and no-break spaces as spaces. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[　\u00a0]/g, ' ');

/** As options are compared: width, case and spaces do not matter. */
export const folded = (text: string): string => halfWidth(text).replace(/\s/g, '').toLowerCase();

const yesNo = {
  是: '有 y yes true 1 √ ✓ 是的 支持 已设 已设置 已抓拍 具备',
  否: '无 n no false 0 × x ✗ 不是 没有 不支持 未设 未设置 不具备',
};

/** What people write for the options of a column (N1), by option. Only what can mean nothing else once a person has seen it. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  structure: {
    球机: '球型 球形 球型机 球形机 快球 球型摄像机 球机摄像机',
    半球: '半球机 半球型 半球形 半球摄像机 半球型摄像机',
    固定枪机: '枪机 枪型 枪式 枪型机 筒机 筒型 固定枪 枪机摄像机 枪型摄像机 枪式摄像机',
    遥控枪机: '云台枪机 可控枪机 遥控枪',
    遥控半球: '云台半球 可控半球',
    多目全景: '全景 全景机 全景摄像机 多目全景摄像机',
    多目分割: '分割 多目 多目摄像机 多目分割摄像机',
  },
  hasSnapshot: yesNo,
  signPosted: yesNo,
  place: {
    城乡主要路段: '主要路段 城乡路段 城市主要路段 道路 主干道 路段',
    人员聚集场所: '人员密集场所 人员集聚场所 聚集场所',
    交通枢纽: '交通枢纽站 车站 枢纽',
    公共交通工具: '公共交通 公交车 公交',
    公路服务区: '服务区 高速服务区 高速公路服务区',
  },
  outdoor: { 室外: '户外 屋外 露天 外 outdoor', 室内: '户内 屋内 内 indoor' },
  coordinateSystem: { 'WGS-84': 'wgs84 wgs_84 wgs1984 wgs-1984 84坐标系 wgs84坐标系' },
  direction: Object.fromEntries(
    ['东', '南', '西', '北', '东南', '东北', '西南', '西北'].map((way) => [
      way,
      `${way}面 ${way}方 ${way}向 ${way}侧 朝${way} 向${way} 面${way} 正${way} ${way}方向 ${Array.from(way).toReversed().join('')}`,
    ]),
  ),
};

const byFolded = new Map(
  Object.entries(synonyms).flatMap(([column, options]) =>
    Object.entries(options).flatMap(([option, said]) =>
      [option, ...said.split(' ')].map((word) => [`${column} ${folded(word)}`, option] as const),
    ),
  ),
);

// What says how good a camera is, not what it is.
const praise = /^(?:红外|高清|超清|网络|智能|数字|高速)+/;

/** The option of a column that a word stands for, if any. */
export const optionFor = (column: string, said: string): string | undefined =>
  byFolded.get(`${column} ${folded(said)}`) ?? byFolded.get(`${column} ${folded(said).replace(praise, '')}`);
