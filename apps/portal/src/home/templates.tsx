import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What one needs at first: the notice, the samples, the papers for filing in person (M017–M019), the table and the letter. */
const templates = [
  ['filing-notice', texts.notice],
  ['material-templates', texts.materials],
  ['offline-templates', texts.offline],
  ['device-table', texts.table],
  ['registration-authorisation', texts.authorisation],
] as const;

export function Templates() {
  const t = useText();
  return (
    <section className="panel" aria-labelledby="home-templates">
      <h2 id="home-templates">{t(texts.templates)}</h2>
      <ul>
        {templates.map(([name, label]) => (
          <li key={name}>
            <a href={`/api/templates/${name}`} download>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
      <a href="/public/downloads">{t(texts.allTemplates)}</a>
    </section>
  );
}
