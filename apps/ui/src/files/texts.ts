/** Texts of file fields. */
export const texts = {
  size: { zh: '{size} KB', en: '{size} KB' },
  remove: { zh: '删除 {name}', en: 'Remove {name}' },
  removeShort: { zh: '删除', en: 'Remove' },
  progress: { zh: '正在上传 {name}', en: 'Uploading {name}' },
  preparing: { zh: '正在处理图片…', en: 'Preparing the picture …' },
  tooLarge: {
    zh: '文件 {size} 字节，应小于 {limit} 字节（{kb} KB）。可改为上传 JPG 或 PNG 图片，本页会自动压缩；或降低分辨率重新扫描。',
    en: 'The file has {size} bytes and must have fewer than {limit} ({kb} KB). Choose a JPG or PNG picture, which this page makes smaller by itself, or scan it at a lower resolution.',
  },
  proposal: { zh: '压缩后的图片', en: 'The picture made smaller' },
  shrunk: {
    zh: '图片已从 {before} KB 压缩到 {after} KB。请确认文字和印章清晰，再上传。',
    en: 'The picture was reduced from {before} KB to {after} KB. Check that words and seal are legible before you send it.',
  },
  noSeal: {
    zh: '未看到红色印章。材料应加盖公章，请确认；确已盖章的可以继续。',
    en: 'No red seal is seen. The paper must be sealed: check it, and go on if it is.',
  },
  previewOf: { zh: '预览：{name}', en: 'Preview of {name}' },
  use: { zh: '上传这张图片', en: 'Send this picture' },
  drop: { zh: '不使用', en: 'Do not use it' },
  choose: { zh: '点击上传附件', en: 'Upload a file' },
  awaitingScan: {
    zh: '查毒服务暂不可用：文件已保存，查毒通过后才能查看，不影响继续填写和提交。',
    en: 'The virus scanner is away: the file is kept and can be viewed once scanned. Go on and submit.',
  },
  infected: {
    zh: '该文件含病毒，已被隔离，请更换文件。',
    en: 'This file is infected and quarantined: choose another.',
  },
  another: { zh: '更换文件', en: 'Choose another file' },
};
