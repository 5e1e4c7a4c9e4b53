/** Plain text as editors type it: an empty line ends a paragraph, a line break stays one. */
export const Paragraphs = ({ text }: { text: string }) =>
  text.split(/\n\s*\n/).map((paragraph, i) => (
    <p key={i} style={{ whiteSpace: 'pre-line', maxWidth: '60em' }}>
      {paragraph}
    </p>
  ));
