import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { templateNames, type Template, type TemplateName } from '@beian/contracts/templates.ts';
import { placeShortLabels } from '@beian/contracts/vocabulary.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { json } from '@beian/testkit/registration.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());
const get = (path: string, headers: Record<string, string> = {}) => platform.documentsApp.request(path, { headers });

describe('templates', () => {
  it('are listed for everyone, each of them a file that can be downloaded and kept', async () => {
    const { items } = await json<{ items: Template[] }>(await get('/api/templates'));
    expect(items.map((template) => template.name)).toEqual(templateNames);
    for (const { name, fileName, size, mediaType } of items) {
      const response = await get(`/api/templates/${name}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(bytes.byteLength).toBe(size);
      expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
      expect(response.headers.get('content-type')).toBe(mediaType);
      expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(fileName));
      const etag = response.headers.get('etag') ?? '';
      expect(response.headers.get('cache-control')).toContain('no-cache');
      expect((await get(`/api/templates/${name}`, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  const letters: [TemplateName, string[]][] = [
    ['filing-notice', ['备案填报须知', '30 日内', '第十四条', '一次性告知']],
    ['material-templates', ['系统备案材料模板', '营业执照复印件', '委托办理备案登记授权书']],
    ['offline-templates', ['备案基本信息表', '统一社会信用代码', '视频图像信息存储期限', '经办人（签字）']],
    ['registration-authorisation', ['委托办理备案登记授权书', '委托期限', '委托单位（公章）', '受托人（签字）']],
    ['change-authorisation', ['委托办理备案变更授权书', '备案编号', '变更内容', '委托单位（公章）', '受托人（签字）']],
    ['cancellation-authorisation', ['委托办理备案注销授权书', '备案编号', '注销原因', '委托单位（公章）']],
    [
      'transfer-form',
      ['备案移交申请表', '备案编号', '移出方姓名', '移出方身份证号码', '移入人姓名', '移入人身份证号码', '移交说明'],
    ],
    [
      'delegation-letter',
      [
        '授权委托书',
        '全部',
        '身份证号码',
        '变更',
        '注销',
        '无权代为移交',
        '最长三年',
        '委托单位（公章）',
        '受托人（签字）',
      ],
    ],
  ];
  it.each(letters)('%s says what it must, in a docx that opens', async (name, phrases) => {
    const response = await get(`/api/templates/${name}`);
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it('hold the device table with its headings, drop-downs and an example', async () => {
    const response = await get('/api/templates/device-table');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [table, ...others] = sheets;
    const headings = table?.rows[0]?.map(String) ?? [];
    for (const { zh, required } of deviceColumns) expect(headings).toContain(required ? `${zh}*` : zh);
    const [example] = others;
    expect(example?.name).toBe('填写示例');
    expect(example?.rows.length).toBeGreaterThan(1);
    expect(table?.rows).toHaveLength(1);
    const lists = table?.dataValidations?.filter(({ type }) => type === 'list') ?? [];
    expect(lists.map(({ range }) => range)).toHaveLength(7);
    expect(lists.map(({ values }) => values)).toContainEqual(Object.values(placeShortLabels).map(({ zh }) => zh));
  });

  it('that nobody wrote are refused', async () => {
    await expectProblem(await get('/api/templates/love-letter'), { status: 422, code: 'request.invalid' });
  });
});
