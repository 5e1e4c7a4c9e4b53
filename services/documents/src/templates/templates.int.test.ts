import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateNames, type Template } from '@beian/contracts/documents.ts';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
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
      expect((await get(`/api/templates/${name}`, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('hold the device table with its headings, drop-downs and an example', async () => {
    const response = await get('/api/templates/device-table');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [table, ...others] = sheets;
    const headings = table?.rows[0]?.map(String) ?? [];
    for (const { zh, required } of deviceColumns) expect(headings).toContain(required ? `${zh}*` : zh);
    expect(others.length).toBeGreaterThan(0);
    const lists = table?.dataValidations?.filter(({ type }) => type === 'list') ?? [];
    expect(lists.length).toBeGreaterThan(5);
  });

  it('that nobody wrote are refused', async () => {
    await expectProblem(await get('/api/templates/love-letter'), { status: 422, code: 'request.invalid' });
  });
});
