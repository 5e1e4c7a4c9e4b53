/** Texts of the dictionaries. */
export const texts = {
  title: { zh: '字典', en: 'Dictionaries' },
  intro: {
    zh: '表单中的选项来自字典。修改名称会同时改变以往业务中的显示；停用后不能再选，已提交的内容不受影响。代码不能修改，字典项不能删除。',
    en: 'Forms offer what the dictionaries hold. A new name shows on earlier business too. What is retired can no longer be chosen; what was filed with it stays. Codes never change and entries are never deleted.',
  },
  dictionary: { zh: '字典', en: 'Dictionary' },
  hints: {
    unit_type: {
      zh: '证明材料决定新单位须上传营业执照还是法人登记证书。',
      en: 'The proof says whether a new unit uploads its business licence or its legal-person certificate.',
    },
    place_category: {
      zh: '条例第七条的五类场所不能停用，可以在其下增加细类。设备信息表标准模板的下拉选项不变，表中也可以填写此处的名称。',
      en: 'The five items of article 7 stay; finer kinds may be added below them. The drop-down of the standard device table stays as it is; the table may hold these names too.',
    },
    rejection_reason: {
      zh: '适用业务决定审核哪些业务时可以选择该原因。',
      en: 'Reviewers are offered a reason for the businesses that it is for.',
    },
    appeal_ground: {
      zh: '“备案信息归属”类申诉会冻结备案并可能变更持有人；新增的事由按一般申诉办理。',
      en: 'An appeal about who a filing belongs to holds the filing and may move it. Grounds that are added are handled as general appeals.',
    },
  },
  add: { zh: '新增字典项', en: 'Add an entry' },
  edit: { zh: '修改字典项', en: 'Change the entry' },
  editShort: { zh: '修改', en: 'Change' },
  editOf: { zh: '修改{name}', en: 'Change {name}' },
  retire: { zh: '停用字典项', en: 'Retire the entry' },
  retireShort: { zh: '停用', en: 'Retire' },
  retireOf: { zh: '停用{name}', en: 'Retire {name}' },
  retireHint: {
    zh: '自停用日期零时（北京时间）起不能再选“{name}”。已提交的业务和已登记的单位不受影响，仍显示该名称。',
    en: 'From midnight (Beijing) of that day "{name}" can no longer be chosen. What was filed and registered with it stays and shows its name.',
  },
  restore: { zh: '恢复', en: 'Bring back' },
  restoreOf: { zh: '恢复{name}', en: 'Bring {name} back' },
  position: { zh: '顺序', en: 'Position' },
  positionHint: { zh: '数字小的排在前面。', en: 'Smaller numbers come first.' },
  name: { zh: '名称', en: 'Name' },
  nameZh: { zh: '中文名称', en: 'Chinese name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '小写英文字母、数字和下划线，例如 law_firm。保存后不能修改。',
    en: 'Small letters, digits and underscores, such as law_firm. It can never be changed.',
  },
  ruleHint: { zh: '修改后对之后提交的内容生效。', en: 'A change holds for what is submitted afterwards.' },
  from: { zh: '启用日期', en: 'In use from' },
  fromHint: { zh: '不填则自今天起启用。', en: 'From today on unless given.' },
  until: { zh: '停用日期', en: 'Retired from' },
  state: { zh: '状态', en: 'State' },
  states: {
    current: { zh: '使用中', en: 'In use' },
    upcoming: { zh: '未启用', en: 'Not in use yet' },
    retired: { zh: '已停用', en: 'Retired' },
  },
  fixed: { zh: '不可停用', en: 'Never' },
  act: { zh: '操作', en: 'Action' },
} as const;
