import { kind } from './problem-kind.ts';

/** The dictionaries that operators keep. */
export const dictionariesProblems = {
  'dictionary.code-taken': kind(
    409,
    ['代码已被使用', 'The code is taken'],
    [
      '该字典已有这个代码，可能已停用。请换一个代码，或者恢复已停用的字典项。',
      'The dictionary has this code already, perhaps retired. Choose another, or bring the retired entry back.',
    ],
  ),
  'dictionary.fixed': kind(
    409,
    ['不能停用', 'It cannot be retired'],
    [
      '条例或平台规则引用了这一项，不能停用；名称和顺序可以修改。',
      "The regulation or the platform's own rules name this entry. Its name and position can be changed.",
    ],
  ),
} as const;
