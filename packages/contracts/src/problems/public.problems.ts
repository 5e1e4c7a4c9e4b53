import { kind } from './problem-kind.ts';

/** What is open without sign-in. */
export const publicProblems = {
  'captcha.invalid': kind(422, ['验证码无效', 'Captcha invalid'], ['请重新完成验证。', 'Solve a new challenge.']),
  'captcha.used': kind(
    422,
    ['验证码已使用', 'Captcha already used'],
    ['每次查询需要重新验证。', 'Each query needs a new challenge.'],
  ),
} as const;
