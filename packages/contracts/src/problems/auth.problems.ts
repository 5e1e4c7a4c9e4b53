import { kind } from './problem-kind.ts';

/** Who asks, and whether they may. */
export const authProblems = {
  'auth.required': kind(401, ['请先登录', 'Sign in first'], ['该操作需要登录。', 'This needs a signed-in account.']),
  'auth.token-invalid': kind(
    401,
    ['登录已失效', 'Sign-in no longer valid'],
    ['请重新登录，已填写的内容不会丢失。', 'Sign in again; what you typed is kept.'],
  ),
  'auth.forbidden': kind(
    403,
    ['没有权限', 'Not allowed'],
    ['当前账号不能执行该操作。', 'This account may not do that.'],
  ),
  'auth.sign-in-failed': kind(
    401,
    ['登录失败', 'Sign-in failed'],
    ['未能完成统一身份认证，请重新登录。', 'The sign-in could not be completed; start again.'],
  ),
  'auth.suspended': kind(
    403,
    ['账号已暂停使用', 'Account suspended'],
    [
      '您的工作人员账号已被暂停，请联系本机关或上级机关督办员。',
      'Your staff account is suspended; ask your supervisor.',
    ],
  ),
  'auth.cross-site': kind(
    403,
    ['请求来源不可信', 'Cross-site request refused'],
    ['请从本平台页面发起操作。', 'Send this from a page of the platform.'],
  ),
  'auth.step-up-required': kind(
    403,
    ['请重新登录确认', 'Sign in again to confirm'],
    [
      '该操作需要在 {minutes} 分钟内登录过。请重新登录，已填写的内容不会丢失。',
      'This needs a sign-in of the last {minutes} minutes. Sign in again; what you typed is kept.',
    ],
  ),
} as const;
