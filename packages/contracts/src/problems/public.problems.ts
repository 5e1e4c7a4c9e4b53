import { kind } from './problem-kind.ts';

/** What is open without sign-in. */
export const publicProblems = {
  'receipt.invalid': kind(
    422,
    ['回执签名无效', 'Receipt not genuine'],
    [
      '该回执不是本平台签发的，或内容被改动过。请以备案编号核验结果为准。',
      'This receipt was not signed by the platform, or was altered. Rely on what the register says of the number.',
    ],
  ),
  'captcha.invalid': kind(422, ['验证码无效', 'Captcha invalid'], ['请重新完成验证。', 'Solve a new challenge.']),
  'captcha.used': kind(
    422,
    ['验证码已使用', 'Captcha already used'],
    ['每次查询需要重新验证。', 'Each query needs a new challenge.'],
  ),
} as const;
