import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Template, TemplateVersion } from '@beian/contracts/templates.ts';
import { templateVersionStateLabels } from '@beian/contracts/vocabulary.ts';
import { kb } from '@beian/ui/files/kb.ts';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** 下载 (M017–M019, M047, M063, M097, M105, M115, I02): every template with its version and date, without sign-in. */
export function DownloadsPage() {
  const t = useText();
  const query = useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await api.get<{ items: Template[] }>('/api/templates')).items,
  });
  return (
    <Page title={t(portal.downloads)} system={t(portal.name)}>
      <p className="lead">{t(texts.downloadsIntro)}</p>
      <Loaded query={query}>
        {(templates) => (
          <div className="panel">
            <table className="stacking">
              <ColumnHeads labels={[texts.template, texts.version, texts.effectiveFrom, texts.size, texts.versions]} />
              <tbody>
                {templates.map((template) => (
                  <tr key={template.name}>
                    <td>
                      <a href={`/api/templates/${template.name}`} download>
                        {t(template.title)}
                      </a>
                    </td>
                    <td>{t(texts.number, { version: template.version })}</td>
                    <td data-label={t(texts.effectiveFrom)}>{template.effectiveFrom}</td>
                    <td data-label={t(texts.size)}>{t(texts.kilobytes, { size: kb(template.size) })}</td>
                    <td>
                      <Versions template={template} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Older versions and those to come, read when somebody wants to see them. */
function Versions({ template: { name, title } }: { template: Template }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['templates', name],
    queryFn: async () => (await api.get<{ items: TemplateVersion[] }>(`/api/templates/${name}/versions`)).items,
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t(texts.versionsOf, { name: t(title) })}>{t(texts.versions)}</summary>
      {open && (
        <Loaded query={query}>
          {(versions) => (
            <ul>
              {versions.map(({ id, version, effectiveFrom, state, note }) => (
                <li key={id}>
                  <a href={`/api/templates/${name}/versions/${id}`} download>
                    {t(texts.number, { version })}
                  </a>
                  <div className="second-line">
                    {effectiveFrom} · {t(templateVersionStateLabels[state])}
                  </div>
                  {note && <div className="second-line">{note}</div>}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </details>
  );
}
