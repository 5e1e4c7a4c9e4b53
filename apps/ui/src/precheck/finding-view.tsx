import { correctableFieldLabels, correctableFields, fieldOfKey } from '@beian/contracts/correctable-fields.ts';
import type { DeviceGroup, PrecheckFinding } from '@beian/contracts/precheck.ts';
import { precheckTexts } from '@beian/contracts/precheck-texts.ts';
import { articles } from '@beian/contracts/regulation.ts';
import { ToneTag } from '../application/status-tag.tsx';
import { useLanguage, useText } from '../language/language.tsx';
import { texts } from './texts.ts';

/** The way to a field of the form by its path (`system.name`); undefined where the form does not have it. */
export type FieldLink = (path: string) => (() => void) | undefined;

/** One finding: what was found, which devices, what to do, the article word for word, and the ways to the fields. */
export function FindingView({ finding, fieldLink }: { finding: PrecheckFinding; fieldLink?: FieldLink | undefined }) {
  const t = useText();
  const { code, severity, params, devices, fields } = finding;
  const { clause, quote, message, advice } = precheckTexts[code];
  return (
    <li>
      <p className="finding">
        <ToneTag tone={severity === 'warning' ? 'waiting' : 'quiet'}>{t(texts[severity])}</ToneTag>{' '}
        <strong>{t(message, params)}</strong>
      </p>
      {devices && <Devices devices={devices} />}
      <p>
        {t(texts.advice)}
        {t(advice, params)}
      </p>
      <p>
        {t(texts.basis)}
        {t(clause)} <q lang="zh-CN">{quote}</q>
      </p>
      <Article number={finding.article} />
      {fieldLink && <FieldLinks pointers={fields} fieldLink={fieldLink} />}
    </li>
  );
}

function Devices({ devices: { serials, total } }: { devices: DeviceGroup }) {
  const t = useText();
  const listed = serials.join('、');
  return <p>{t(total > serials.length ? texts.moreSerials : texts.serials, { serials: listed, total })}</p>;
}

function Article({ number }: { number: PrecheckFinding['article'] }) {
  const t = useText();
  const { locale } = useLanguage();
  const { name, text, summary } = articles[number];
  return (
    <details>
      <summary>{t(texts.article, { article: t(name) })}</summary>
      {locale === 'en' && (
        <p>
          {summary} {t(texts.summaryNote)}
        </p>
      )}
      <blockquote lang="zh-CN">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
    </details>
  );
}

function FieldLinks({ pointers, fieldLink }: { pointers: readonly string[]; fieldLink: FieldLink }) {
  const t = useText();
  const links = pointers.flatMap((pointer) => {
    const path = pointer.slice(1).replaceAll('/', '.');
    const field = fieldOfKey(path);
    const known = correctableFields.find((one) => one === field);
    const go = fieldLink(path);
    return known && go ? [{ path, label: t(correctableFieldLabels[known]), go }] : [];
  });
  if (links.length === 0) return null;
  return (
    <p className="finding-links">
      {links.map(({ path, label, go }) => (
        <button key={path} type="button" className="link" onClick={go}>
          {t(texts.mend, { field: label })}
        </button>
      ))}
    </p>
  );
}
