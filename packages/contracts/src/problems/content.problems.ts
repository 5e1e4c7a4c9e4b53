import { kind } from './problem-kind.ts';

/** Questions, notices and templates that staff keep. */
export const contentProblems = {
  'content.stale': kind(
    409,
    ['内容已被他人修改', 'Changed by somebody else'],
    [
      '您编辑期间内容已有更新。请复制您的修改，重新打开后再保存。',
      'It was changed while you were editing. Copy what you wrote, open it again and save.',
    ],
  ),
  'content.published': kind(
    409,
    ['内容已发布', 'It is published'],
    ['请先取消发布，再删除。', 'Unpublish it before you delete it.'],
  ),
  'content.order-stale': kind(
    409,
    ['顺序已失效', 'The list has changed'],
    [
      '该分类的问题已有增减，请刷新后重新排序。',
      'Questions of this category came or went; reload the list and order it again.',
    ],
  ),
  'template.version-raced': kind(
    409,
    ['刚刚已有新版本', 'Another version has just come'],
    ['他人刚刚上传了一个版本，请查看后重新上传。', 'Somebody has just added a version; look at it and upload again.'],
  ),
  'template.in-force': kind(
    409,
    ['版本已生效', 'The version has been in force'],
    [
      '已生效的版本不能撤回；请上传新版本替代。',
      'A version that has been in force stays on record; add a new one in its place.',
    ],
  ),
  'template.active-content': kind(
    422,
    ['模板含有活动内容', 'Active content'],
    [
      '模板不能含有宏、控件、嵌入对象或外部链接，请删除后另存为 {type}。',
      'A template holds no macros, controls, embedded objects or external links; remove them and save as {type}.',
    ],
  ),
  'template.table': kind(
    422,
    ['设备信息表模板不符合要求', 'Not a usable device table'],
    [
      '第一个工作表的首行须为下列各列，各工作表不能有公式或者合并单元格：{columns}。',
      'The first row of the first sheet must have these columns, and no sheet a formula or merged cells: {columns}.',
    ],
  ),
} as const;
