/** Texts of the approval UI's frame. */
export const review = {
  name: { zh: '备案审核', en: 'Filing review' },
  queue: { zh: '审核任务', en: 'Tasks' },
  paper: { zh: '线下备案', en: 'On paper' },
  footer: { zh: '公共安全视频图像信息系统备案 · 审核端', en: 'Filing of public-safety video systems · approval UI' },
  signIn: { zh: '工作人员登录', en: 'Staff sign-in' },
  signInWhy: { zh: '审核端仅供公安机关工作人员使用。', en: 'For staff of public security organs.' },
  notStaff: { zh: '当前账号不是工作人员', en: 'This is not a staff account' },
  noRole: { zh: '当前账号没有审核权限', en: 'This account takes no part in reviews' },
} as const;
