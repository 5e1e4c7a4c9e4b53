import { expect, it } from 'vitest';
import { inTime } from '@beian/testkit/in-time.ts';
import { leadsOut, readsOtherwise } from './office-relations.rules.ts';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (attributes: string, name = 'Relationship') =>
  `<?xml version="1.0"?><Relationships><${name} Id="r1" ${attributes}/></Relationships>`;

it.each([
  ['another template', `Type="${types}/attachedTemplate" Target="http://a.example/" TargetMode="External"`],
  ['under a prefix', `Type="${types}/image" Target="http://a.example/" TargetMode='External'`, 'p:Relationship'],
  [
    'with a sign that looks like the end of the tag',
    `Type="${types}/image" Target="http://a.example/>" TargetMode="External"`,
  ],
  ['with a letter written as an entity', `Type="${types}/image" Target="http://a.example/" TargetMode="&#69;xternal"`],
  [
    'with a hyperlink in the address',
    `Type="${types}/image" Target='http://a.example/?Type="/hyperlink"' TargetMode="External"`,
  ],
  [
    'with a hyperlink of another name space',
    `Type="${types}/image" x:Type="${types}/hyperlink" Target="http://a.example/" TargetMode = "External"`,
  ],
  [
    'after a comment with a quotation mark',
    `/><!-- " --><Relationship Type="${types}/image" Target="http://a.example/" TargetMode="External"`,
  ],
])('a relation that leads out is seen: %s', (_, attributes, name?: string) => {
  expect(leadsOut(relations(attributes, name))).toBe(true);
});

it.each([
  ['a part of the file', `Type="${types}/image" Target="media/image1.png"`],
  [
    'a part of the file, said in so many words',
    `Type="${types}/image" Target="media/image1.png" TargetMode="Internal"`,
  ],
  ['a link that a person clicks', `Type="${types}/hyperlink" Target="http://a.example/" TargetMode="External"`],
])('%s does not', (_, attributes) => {
  expect(leadsOut(relations(attributes))).toBe(false);
});

it.each([
  [
    'a tag that names the mode two hundred thousand times',
    `<a ${'TARGETMODE="EXTERNAL" Type="/hyperlink" '.repeat(100_000)}<b>`,
  ],
  ['a hundred thousand tags without end', '<Relationship <n'.repeat(250_000)],
  ['a name of four million letters', `<a ${'a'.repeat(4_000_000)}>`],
  ['four million quotation marks', `<a ${'"'.repeat(4_000_000)}`],
])('%s takes no time', async (_, text) => {
  expect(await inTime(async () => leadsOut(text))).toBe(false);
});

it('text that another program would read otherwise is known', () => {
  expect(readsOtherwise('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>')).toBe(false);
  expect(readsOtherwise('<?xml version="1.0"?><a encoding="none"/>')).toBe(false);
  expect(readsOtherwise(`<?xml version='1.0' encoding='utf-7'?>`)).toBe(true);
  expect(readsOtherwise(Buffer.from('<a/>', 'utf16le').toString('latin1'))).toBe(true);
});
