import type { Label } from './vocabulary.ts';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One failure that a client may meet. `retry`: whether trying the same again later can help (Temporal retries such activities). */
export type ProblemKind = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  retry: boolean;
  title: Label;
  detail: Label;
};

const kind = (
  status: ProblemKind['status'],
  title: [string, string],
  detail: [string, string],
  retry = false,
): ProblemKind => ({
  status,
  retry,
  title: { zh: title[0], en: title[1] },
  detail: { zh: detail[0], en: detail[1] },
});

/** The catalogue. `{name}` in a detail is filled from the problem's parameters. Each code has a page in docs/problems. */
export const problems = {
  'request.malformed': kind(
    400,
    ['请求无法解析', 'Malformed request'],
    ['请求正文不是有效的 JSON 或表单。', 'The body is not valid JSON or form data.'],
  ),
  'request.invalid': kind(
    422,
    ['填写内容有误', 'Some fields need attention'],
    ['请按各字段的提示修改后重新提交。', 'Correct the fields listed and send again.'],
  ),
  'request.too-large': kind(
    413,
    ['请求过大', 'Request too large'],
    ['请求超过上限 {limit} 字节。', 'The request exceeds {limit} bytes.'],
  ),
  'request.too-many': kind(
    429,
    ['操作过于频繁', 'Too many requests'],
    ['请在 {seconds} 秒后重试。', 'Try again in {seconds} seconds.'],
    true,
  ),
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
  'auth.cross-site': kind(
    403,
    ['请求来源不可信', 'Cross-site request refused'],
    ['请从本平台页面发起操作。', 'Send this from a page of the platform.'],
  ),
  'not-found': kind(
    404,
    ['未找到', 'Not found'],
    ['内容不存在，或不属于当前账号。', 'It does not exist, or not for this account.'],
  ),
  'idempotency.conflict': kind(
    422,
    ['幂等键重复', 'Idempotency key reused'],
    ['同一 Idempotency-Key 已用于另一内容。', 'This Idempotency-Key was used with another body.'],
  ),
  'idempotency.key-required': kind(
    400,
    ['缺少幂等键', 'Idempotency-Key missing'],
    ['创建操作需要 Idempotency-Key 请求头。', 'A creating request needs the Idempotency-Key header.'],
  ),
  'unit.exists': kind(
    409,
    ['单位已存在', 'Unit exists'],
    [
      '本账号下已有该统一社会信用代码的单位，请选择已有单位登记。',
      'The account has this unit already: choose the existing unit.',
    ],
  ),
  'document.too-large': kind(
    413,
    ['文件过大', 'File too large'],
    ['文件大小 {size} 字节，应小于 {limit} 字节。', 'The file has {size} bytes; it must have fewer than {limit}.'],
  ),
  'document.empty': kind(
    422,
    ['文件为空', 'Empty file'],
    ['文件没有内容，请重新选择。', 'The file has no content; choose another.'],
  ),
  'document.type': kind(
    415,
    ['文件类型不支持', 'File type not accepted'],
    ['该材料可上传：{accepted}。', 'Accepted here: {accepted}.'],
  ),
  'document.storage-down': kind(
    503,
    ['文件存储暂不可用', 'Storage unavailable'],
    [
      '暂时不能上传或读取文件，请稍后重试；已填写的内容不受影响。',
      'Files cannot be stored or read right now; try again later, nothing typed is lost.',
    ],
    true,
  ),
  'device-table.unreadable': kind(
    422,
    ['设备信息表无法读取', 'Device table unreadable'],
    ['请使用下载的模板填写，并另存为 xlsx 或 csv：{reason}', 'Use the template and save as xlsx or csv: {reason}'],
  ),
  'device-table.busy': kind(503, ['检查服务繁忙', 'Checker busy'], ['请稍后重试。', 'Try again shortly.'], true),
  'application.not-open': kind(
    409,
    ['当前状态不能执行该操作', 'Not possible in this state'],
    ['业务状态为「{status}」。', 'The application is {status}.'],
  ),
  'application.extended': kind(
    409,
    ['已延期一次', 'Already extended'],
    ['补正期限只能延期一次。', 'The time for the correction can be extended once.'],
  ),
  'application.version-stale': kind(
    409,
    ['内容已更新', 'Changed meanwhile'],
    ['该业务已被更新，请刷新后再试。', 'The application has changed; reload and try again.'],
  ),
  'application.decided': kind(
    409,
    ['已作出审核决定', 'Already decided'],
    ['审核决定已作出，不能撤回。', 'A decision is recorded; it can no longer be withdrawn.'],
  ),
  'filing.busy': kind(
    409,
    ['已有业务正在办理', 'Another business is open'],
    [
      '该备案正在办理{kind}（受理号 {number}），办结后才能提交新的申请。',
      'A {kind} of this filing is open ({number}); it must end first.',
    ],
  ),
  'filing.not-valid': kind(
    409,
    ['备案状态不允许', 'The filing is not valid'],
    ['该备案当前状态为“{status}”，不能办理。', 'The filing is “{status}” now.'],
  ),
  'auth.step-up-required': kind(
    403,
    ['请重新登录确认', 'Sign in again to confirm'],
    [
      '该操作需要在 {minutes} 分钟内登录过。请重新登录，已填写的内容不会丢失。',
      'This needs a sign-in of the last {minutes} minutes. Sign in again; what you typed is kept.',
    ],
  ),
  'draft.stale': kind(
    409,
    ['草稿已在别处更新', 'Draft saved elsewhere'],
    ['另一窗口保存了该草稿，请选择保留哪一份。', 'Another window saved this draft; choose which to keep.'],
  ),
  'task.not-claimed': kind(
    409,
    ['尚未签收', 'Task not claimed'],
    ['请先签收该任务再作出决定。', 'Claim the task before deciding.'],
  ),
  'task.claimed': kind(
    409,
    ['任务已被签收', 'Task already claimed'],
    ['该任务正由 {staffNo} 审核。', 'The task is held by {staffNo}.'],
  ),
  'task.decided': kind(
    409,
    ['任务已审核', 'Task already decided'],
    ['该任务已有审核决定。', 'This task has its decision.'],
  ),
  'task.cancelled': kind(
    409,
    ['任务已取消', 'Task cancelled'],
    ['申请人已撤回，任务已取消。', 'The filer withdrew; the task is cancelled.'],
  ),
  'task.reroute-same': kind(
    422,
    ['转办机关无效', 'Invalid target organ'],
    ['不能转办给本机关或不存在的机关。', 'A task cannot be re-routed to its own or an unknown organ.'],
  ),
  'filing.serials-exhausted': kind(
    409,
    ['编号用尽', 'Numbers exhausted'],
    ['该区县的备案流水号已用尽，请联系平台运维。', 'The county has no numbers left; call the operators.'],
  ),
  'captcha.invalid': kind(422, ['验证码无效', 'Captcha invalid'], ['请重新完成验证。', 'Solve a new challenge.']),
  'captcha.used': kind(
    422,
    ['验证码已使用', 'Captcha already used'],
    ['每次查询需要重新验证。', 'Each query needs a new challenge.'],
  ),
  'upstream.unavailable': kind(
    503,
    ['服务暂不可用', 'Service unavailable'],
    ['{service} 暂不可用，请稍后重试。', '{service} is unavailable; try again shortly.'],
    true,
  ),
  internal: kind(
    500,
    ['系统错误', 'Internal error'],
    ['系统出现错误，已记录编号 {requestId}。', 'Something failed; it is recorded as {requestId}.'],
    true,
  ),
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof problems;

/** RFC 9457 body, as every client receives it. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  requestId: string;
  errors?: { pointer: string; code: string; message: string }[];
};

/** Picks zh-CN or en from an Accept-Language header; Chinese when neither is asked for. */
export function localeOf(acceptLanguage: string | null | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = rest.map((r) => /^\s*q=([\d.]+)$/.exec(r)?.[1]).find((v) => v !== undefined);
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => entry.q > 0 && (entry.tag.startsWith('zh') || entry.tag.startsWith('en')))
    .toSorted((a, b) => b.q - a.q);
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}

/** The label in a locale, with `{name}` filled in. */
export const phrase = (label: Label, locale: Locale, params: Record<string, string | number> = {}): string =>
  (locale === 'en' ? label.en : label.zh).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
