import type { ArticleNumber } from './precheck.ts';
import type { Label } from './vocabulary.ts';

/**
 * The articles of 《公共安全视频图像信息系统管理条例》 (国务院令第799号, in force since 2025-04-01) that the pre-check cites (N4): word for word
 * in Chinese, paragraphs by line; in English a summary, which binds nobody.
 */
export const articles = {
  7: {
    name: { zh: '第七条', en: 'Article 7' },
    text: [
      '城乡主要路段、行政区域道路边界、桥梁、隧道、地下通道、广场、治安保卫重点单位周边区域等公共场所的公共安全视频系统，由县级以上地方人民政府按照建设规划组织有关部门建设，纳入公共基础设施管理，建设、维护经费列入本级政府预算。',
      '下列公共场所涉及公共安全区域的公共安全视频系统，由对相应场所负有经营管理责任的单位按照相关标准建设，安装图像采集设备的重点部位由县级以上地方人民政府各有关部门按照职责分工指导确定：',
      '（一）商贸中心、会展中心、旅游景区、文化体育娱乐场所、教育机构、医疗机构、政务服务大厅、公园、公共停车场等人员聚集场所；',
      '（二）出境入境口岸（通道）、机场、港口客运站、通航建筑物、铁路客运站、汽车客运站、城市轨道交通站等交通枢纽；',
      '（三）客运列车、营运载客汽车、城市轨道交通车辆、客运船舶等大中型公共交通工具；',
      '（四）高速公路、普通国省干线的服务区。',
      '在前两款规定的场所、区域内安装图像采集设备及相关设施，应当为维护公共安全所必需，除前两款规定的政府有关部门、负有经营管理责任的单位（以下统称公共安全视频系统管理单位）外，其他任何单位或者个人不得安装。',
    ],
    summary:
      'Paragraph 1: on main roads, boundaries, bridges, tunnels, squares and around units under special protection, the government has the systems built. Paragraph 2: in gathering places, transport hubs, large and medium public vehicles and service areas, the unit that runs the place builds them. Paragraph 3: nobody else may install devices there, and only what public safety needs.',
  },
  8: {
    name: { zh: '第八条', en: 'Article 8' },
    text: [
      '禁止在公共场所的下列区域、部位安装图像采集设备及相关设施：',
      '（一）旅馆、饭店、宾馆、招待所、民宿等经营接待食宿场所的客房或者包间内部；',
      '（二）学生宿舍的房间内部，或者单位为内部人员提供住宿、休息服务的房间内部；',
      '（三）公共的浴室、卫生间、更衣室、哺乳室、试衣间的内部；',
      '（四）安装图像采集设备后能够拍摄、窥视、窃听他人隐私的其他区域、部位。',
      '对上述区域、部位负有经营管理责任的单位或者个人，应当加强日常管理和检查，发现在前款所列区域、部位安装图像采集设备及相关设施的，应当立即报告所在地公安机关处理。',
    ],
    summary:
      "In public places no devices may be installed inside guest rooms or private dining rooms, inside dormitory rooms or rooms where a unit's own people live or rest, inside public bathrooms, toilets, changing, nursing or fitting rooms, or anywhere else where they can see or hear what is private. Who finds such a device reports it to the police at once.",
  },
  9: {
    name: { zh: '第九条', en: 'Article 9' },
    text: [
      '在本条例第七条规定之外的其他公共场所安装图像采集设备及相关设施，应当为维护公共安全所必需，仅限于对该场所负有安全防范义务的单位或者个人安装，其他任何单位或者个人不得安装。',
      '依照前款规定安装图像采集设备及相关设施的，应当遵守本条例除第十一条、第十四条、第十五条、第十六条第二款、第十七条规定的强制性要求之外的其他各项规定。',
    ],
    summary:
      'In public places that article 7 does not name, only who must keep the place safe may install devices, and only what public safety needs. Articles 11, 14, 15, 16 ¶2 and 17 do not bind them: they need not file.',
  },
  10: {
    name: { zh: '第十条', en: 'Article 10' },
    text: [
      '依照本条例安装图像采集设备及相关设施，位于军事禁区、军事管理区以及国家机关等涉密单位周边的，应当事先征得相关涉密单位的同意。',
    ],
    summary: 'Devices near military areas or units that hold secrets need the consent of that unit first.',
  },
  13: {
    name: { zh: '第十三条', en: 'Article 13' },
    text: [
      '公共安全视频系统管理单位应当按照维护公共安全所必需、注重保护个人隐私和个人信息权益的要求，合理确定图像采集设备的安装位置、角度和采集范围，并设置显著的提示标识。未设置显著提示标识的，由公安机关责令改正。',
    ],
    summary:
      'Position, angle and range of devices must be what public safety needs and respect privacy, and a conspicuous sign must be put up. Where it is missing, the police order it to be put up.',
  },
  14: {
    name: { zh: '第十四条', en: 'Article 14' },
    text: [
      '公共安全视频系统管理单位应当在系统投入使用之日起30日内，将单位基本情况、公共安全视频系统建设位置、图像采集设备数量及类型、视频图像信息存储期限等基本信息，向所在地县级人民政府公安机关备案。本条例施行前已经启用的，应当在本条例施行之日起90日内备案。公共安全视频系统备案事项发生变化的，应当及时办理备案变更。',
      '公共安全视频系统管理单位应当对备案信息的真实性负责。',
      '公安机关应当加强信息化建设，为公共安全视频系统管理单位办理备案提供便利，能够通过部门间信息共享获得的备案信息，不要求当事人提供。',
    ],
    summary:
      'The unit files within 30 days from the day the system is put into use, with the police of the county: who it is, where the system is, number and kinds of devices, and how long video is kept. Systems in use before 1 April 2025 were to be filed within 90 days of that day. Changes are filed without delay. The unit answers for the truth of what it files.',
  },
  17: {
    name: { zh: '第十七条', en: 'Article 17' },
    text: [
      '公共安全视频系统收集的视频图像信息应当保存不少于30日；30日后，对已经实现处理目的的视频图像信息，应当予以删除。法律、行政法规对视频图像信息保存期限另有规定的，从其规定。',
    ],
    summary:
      'Video is kept for at least 30 days; after 30 days, what has served its purpose is deleted. Where laws or administrative regulations set another time, that time holds.',
  },
} as const satisfies Record<ArticleNumber, { name: Label; text: readonly string[]; summary: string }>;

/** The day from which the regulation holds (art. 34). */
export const inForceFrom = '2025-04-01';
