// A value in quotes may hold ">", and nothing may hold "<": each search ends at the next tag, however long the text is.
const tag = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
const attribute = /(?<=[\s"'])([^\s<>=/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Bytes of an office file's XML part, read as UTF-8 or Latin-1, that a program may read as other text than we do: refused, for nobody writes them. */
export const readsOtherwise = (xml: string): boolean =>
  xml.includes('\0') || /<\?xml[^<>]*\sencoding\s*=\s*["'](?!utf-8["'])/i.test(xml);

/**
 * Whether a part of relations (`*.rels`, ECMA-376 part 2, 9.3) names anything outside of its file that a program fetches by itself: a
 * template, a picture, another workbook. A hyperlink is followed by a person alone. Whatever is not plainly inside counts as outside.
 */
export function leadsOut(relations: string): boolean {
  for (const [text] of relations.matchAll(tag)) {
    let outside = false;
    let hyperlink = false;
    for (const [, name = '', double, single] of text.matchAll(attribute)) {
      const value = double ?? single ?? '';
      if (name.toLowerCase() === 'targetmode') outside ||= value !== 'Internal';
      if (name === 'Type') hyperlink = value.endsWith('/hyperlink');
    }
    if (outside && !hyperlink) return true;
  }
  return false;
}
