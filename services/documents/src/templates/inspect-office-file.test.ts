import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { builtInFile, docx, xlsx } from './built-in.ts';
import { inspectDeviceTable, inspectOfficeFile } from './inspect-office-file.ts';

type Parts = Record<string, Uint8Array>;
/** A letter of ours with other parts in it. */
async function letterWith(change: (parts: Parts) => Parts): Promise<Uint8Array> {
  const parts = unzipSync(await builtInFile('change-authorisation'));
  return zipSync({ ...parts, ...change(parts) });
}
const relationship = (type: string, mode = 'External') =>
  strToU8(
    `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://elsewhere.example/x" TargetMode="${mode}"/></Relationships>`,
  );
const macros = ({ '[Content_Types].xml': types = new Uint8Array() }: Parts) => ({
  '[Content_Types].xml': strToU8(
    strFromU8(types).replace(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    ),
  ),
});

describe('a file for a template', () => {
  it('is known by its parts, whatever it is called', async () => {
    expect(() => inspectOfficeFile(new Uint8Array(), docx)).toThrow('document.type');
    expect(() => inspectOfficeFile(strToU8('PK but nothing else'), docx)).toThrow('document.type');
    const [letter, table] = [await builtInFile('transfer-form'), await builtInFile('device-table')];
    expect(Object.keys(inspectOfficeFile(letter, docx))).toContain('word/document.xml');
    expect(Object.keys(inspectOfficeFile(table, xlsx))).toContain('xl/workbook.xml');
    expect(() => inspectOfficeFile(letter, xlsx)).toThrow('document.type');
    expect(() => inspectOfficeFile(table, docx)).toThrow('document.type');
    expect(() => inspectOfficeFile(zipSync({ 'notes.txt': strToU8('hello') }), docx)).toThrow('document.type');
  });

  it.each([
    ['macros by its type', macros],
    ['a macro project', () => ({ 'word/vbaProject.bin': strToU8('x') })],
    ['a control', () => ({ 'word/activeX/activeX1.xml': strToU8('<x/>') })],
    ['an embedded object', () => ({ 'word/embeddings/oleObject1.xlsx': strToU8('x') })],
    ['a template from elsewhere', () => ({ 'word/_rels/settings.xml.rels': relationship('attachedTemplate') })],
    ['a picture from elsewhere', () => ({ 'word/_rels/document.xml.rels': relationship('image') })],
    ['an entity', () => ({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })],
  ])('is refused when it holds %s', async (_what, change) => {
    const bytes = await letterWith(change);
    expect(() => inspectOfficeFile(bytes, docx)).toThrow('template.active-content');
  });

  it('may hold a link that a person clicks', async () => {
    const bytes = await letterWith(() => ({ 'word/_rels/footer1.xml.rels': relationship('hyperlink') }));
    expect(() => inspectOfficeFile(bytes, docx)).not.toThrow();
  });

  it('is refused when it is a bomb', async () => {
    const bytes = await letterWith(() => ({ 'word/media/zeros.png': new Uint8Array(25 * 1_048_576) }));
    expect(bytes.byteLength).toBeLessThan(1_048_576);
    expect(() => inspectOfficeFile(bytes, docx)).toThrow('document.type');
  });
});

describe('a device table', () => {
  const inspected = (bytes: Uint8Array) => inspectDeviceTable(bytes, inspectOfficeFile(bytes, xlsx));

  it('has all columns in the first row of its first sheet', async () => {
    await expect(inspected(await builtInFile('device-table'))).resolves.toBeUndefined();
    const other = await writeXlsx({ sheets: [{ name: '设备', rows: [['序号*', '点位名称*']] }] });
    await expect(inspected(other)).rejects.toThrow('template.table');
    await expect(inspected(await writeXlsx({ sheets: [{ name: '空', rows: [] }] }))).rejects.toThrow('template.table');
  });

  it('has no formulas and no merged cells, on which every table of filers would fail', async () => {
    const parts = unzipSync(await builtInFile('device-table'));
    const second = 'xl/worksheets/sheet2.xml';
    const sheet = strFromU8(parts[second] ?? new Uint8Array());
    for (const part of ['<c r="A9"><f>1+1</f></c>', '<mergeCell ref="A1:B2"/>']) {
      const bytes = zipSync({ ...parts, [second]: strToU8(sheet.replace('</worksheet>', `${part}</worksheet>`)) });
      await expect(inspected(bytes)).rejects.toThrow('template.table');
    }
  });
});
