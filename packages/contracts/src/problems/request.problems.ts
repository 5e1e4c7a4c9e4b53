import { kind } from './problem-kind.ts';

/** Any request may meet these. */
export const requestProblems = {
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
  'request.media-type': kind(
    415,
    ['请求正文格式不支持', 'Body of another type'],
    ['请按接口说明的 Content-Type 发送。', 'Send it with the Content-Type that the API names.'],
  ),
  'not-found': kind(
    404,
    ['未找到', 'Not found'],
    ['内容不存在，或不属于当前账号。', 'It does not exist, or not for this account.'],
  ),
  'request.method': kind(
    405,
    ['不支持该请求方法', 'Method not allowed'],
    ['该地址只接受 {allowed}。', 'This address takes {allowed} only.'],
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
} as const;
