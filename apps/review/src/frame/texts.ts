/** Texts of the approval UI's frame. */
export const review = {
  name: { zh: '备案审核', en: 'Filing review' },
  queue: { zh: '审核任务', en: 'Tasks' },
  organs: { zh: '机关名录', en: 'Organs' },
  jurisdictions: { zh: '管辖规则', en: 'Jurisdictions' },
  staff: { zh: '工作人员', en: 'Staff' },
  paper: { zh: '线下备案', en: 'On paper' },
  faq: { zh: '常见问题', en: 'Questions' },
  notices: { zh: '公告', en: 'Notices' },
  templates: { zh: '模板', en: 'Templates' },
  footer: { zh: '公共安全视频图像信息系统备案 · 审核端', en: 'Filing of public-safety video systems · approval UI' },
  signIn: { zh: '工作人员登录', en: 'Staff sign-in' },
  signInWhy: { zh: '审核端仅供公安机关工作人员使用。', en: 'For staff of public security organs.' },
  notStaff: { zh: '当前账号不是工作人员', en: 'This is not a staff account' },
  noEditing: { zh: '当前账号没有内容编辑权限', en: 'This account keeps no texts' },
  noRole: { zh: '当前账号没有此处的权限', en: 'This account has no rights here' },
} as const;
