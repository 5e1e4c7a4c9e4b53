import { exportFormats, type ExportFormat } from '@beian/contracts/exports.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { queryOf } from '@beian/ui/session/api.ts';

const texts = {
  csv: { zh: '导出 CSV', en: 'Export as CSV' },
  xlsx: { zh: '导出 Excel', en: 'Export for Excel' },
  of: { zh: '{what}：{format}', en: '{what}: {format}' },
} as const;

/** Downloads of a list by its filter (I42): plain links, so that the browser writes the file while it comes. */
export function ExportLinks(props: {
  what: 'tasks' | 'filings' | 'statistics';
  /** Named to screen readers where a page has several. */
  label: string;
  filter: Record<string, string | undefined>;
}) {
  const { what, label, filter } = props;
  const t = useText();
  const { locale } = useLanguage();
  const href = (format: ExportFormat) => `/api/review/exports/${what}?${queryOf({ ...filter, format, locale })}`;
  return (
    <span className="export-links">
      {exportFormats.map((format) => (
        <a
          key={format}
          href={href(format)}
          download
          aria-label={t(texts.of, { what: label, format: t(texts[format]) })}
        >
          {t(texts[format])}
        </a>
      ))}
    </span>
  );
}
