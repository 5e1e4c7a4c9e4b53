import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const font = 'SimSun';

export const title = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { after: 300 },
    children: [new TextRun({ text, bold: true, size: 36, font: 'SimHei', color: '000000' })],
  });
export const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text, bold: true, size: 28, font: 'SimHei', color: '000000' })],
  });
export const paragraph = (text: string): Paragraph =>
  new Paragraph({
    spacing: { line: 400 },
    indent: { firstLine: 480 },
    children: [new TextRun({ text, size: 24, font })],
  });
export const right = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: 300 },
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text, size: 24, font })],
  });
export const pageBreak = (): Paragraph => new Paragraph({ pageBreakBefore: true });

/** A form of label and empty field, two columns. */
export const form = (fields: readonly (readonly [label: string, hint?: string])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: fields.map(
      ([label, hint = '']) =>
        new TableRow({
          height: { value: 560, rule: 'atLeast' },
          children: [cell(label, 35), cell(hint, 65)],
        }),
    ),
  });

const cell = (text: string, percent: number) =>
  new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
    children: [new Paragraph({ children: [new TextRun({ text, size: 22, font })] })],
  });

/** The finished docx file. */
export const paper = async (name: string, children: (Paragraph | Table)[]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ title: name, creator: '备案平台', sections: [{ children }] })));
