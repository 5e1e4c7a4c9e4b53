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
  'auth.program-not-allowed': kind(
    403,
    ['程序不能办理', 'Not for programs'],
    [
      '该操作须由本人登录平台办理，不能凭接口凭证办理。',
      'A person who has signed in has to do this; an API credential is not enough.',
    ],
  ),
  'auth.client-invalid': kind(
    401,
    ['接口凭证无效', 'API credential refused'],
    [
      '凭证编号或密钥不正确，或者凭证已到期、已撤销。',
      'The credential or its secret is wrong, or the credential has expired or was revoked.',
    ],
  ),
  'auth.grant-unsupported': kind(
    400,
    ['不支持的授权方式', 'Grant not supported'],
    ['grant_type 只能为 client_credentials。', 'grant_type must be client_credentials.'],
  ),
  'auth.scope-invalid': kind(
    400,
    ['不支持 scope', 'No scopes here'],
    ['令牌没有范围之分，请不要提交 scope。', 'A token has no scopes; leave scope out.'],
  ),
  'auth.token-request-invalid': kind(
    400,
    ['令牌请求不正确', 'Malformed token request'],
    [
      '请以 application/x-www-form-urlencoded 提交 grant_type，每个参数一次，凭证放在 Authorization 或者正文，不可两处都有。',
      'Send grant_type as application/x-www-form-urlencoded, each parameter once, the credential in Authorization or in the body, not in both.',
    ],
  ),
  'api-credential.too-many': kind(
    409,
    ['有效凭证已达上限', 'Too many credentials'],
    [
      '本账号已有 {limit} 个有效的接口凭证，请先撤销不用的凭证。',
      'The account has {limit} credentials in force; revoke one that is not used.',
    ],
  ),
} as const;
