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
