import { kind } from './problem-kind.ts';

/** Uploads and device tables. */
export const documentsProblems = {
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
  'document.infected': kind(
    422,
    ['文件含病毒', 'File infected'],
    [
      '病毒查杀发现 {signature}，文件未保存。请在安全的电脑上重新扫描或导出该材料后再上传。',
      'The scan found {signature}; the file was not stored. Make the paper anew on a clean computer and upload it again.',
    ],
  ),
  'document.awaiting-scan': kind(
    409,
    ['文件等待病毒查杀', 'File awaiting its scan'],
    [
      '查毒服务暂不可用，文件已保存；查毒通过后即可查看，不影响填报和提交。',
      'The virus scanner is away and the file is kept; it can be viewed once scanned. Filling in and submitting go on.',
    ],
    true,
  ),
  'document.quarantined': kind(
    410,
    ['文件已隔离', 'File quarantined'],
    [
      '该文件含病毒，已被隔离，任何人不能查看；请更换文件。',
      'The file is infected and quarantined; nobody can open it. It must be replaced.',
    ],
  ),
  'document.scanner-down': kind(
    503,
    ['查毒服务暂不可用', 'Scanner unavailable'],
    ['公开文件须先查毒，请稍后重试。', 'A file for the public must be scanned first; try again later.'],
    true,
  ),
  'document.link-invalid': kind(
    410,
    ['链接已失效', 'Link no longer valid'],
    ['文件链接只在几分钟内有效，请重新获取。', 'A link to a file is good for a few minutes only; ask for a new one.'],
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
} as const;
