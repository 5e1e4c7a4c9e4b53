import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Template, TemplateName, TemplateVersion } from '@beian/contracts/templates.ts';
import { templateVersionStateLabels } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { review } from '../frame/texts.ts';
import { ForEditors } from './for-editors.tsx';
import { texts } from './texts.ts';
import { VersionForm } from './version-form.tsx';

/** The templates with their versions (I31): what is in force, what is to come, and a new one. */
export function TemplatesPage() {
  return (
    <ForEditors>
      <Templates />
    </ForEditors>
  );
}

function Templates() {
  const t = useText();
  const [chosen, setChosen] = useState<TemplateName>('filing-notice');
  const query = useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await api.get<{ items: Template[] }>('/api/templates')).items,
  });
  return (
    <Page title={t(review.templates)} system={t(review.name)}>
      <Loaded query={query}>
        {(templates) => (
          <>
            <div className="panel">
              <ChoiceField
                id="template-name"
                label={t(texts.template)}
                value={chosen}
                options={templates.map(({ name, title }) => ({ value: name, label: t(title) }))}
                onChange={setChosen}
              />
            </div>
            <Versions name={chosen} />
            <VersionForm key={chosen} name={chosen} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Versions({ name }: { name: TemplateName }) {
  const t = useText();
  const query = useQuery({
    queryKey: ['templates', name],
    queryFn: async () => (await api.get<{ items: TemplateVersion[] }>(`/api/templates/${name}/versions`)).items,
  });
  const withdraw = async (id: string) => {
    await api.remove(`/api/templates/${name}/versions/${id}`);
    return t(texts.withdrawn);
  };
  return (
    <section className="panel" aria-labelledby="template-versions">
      <h2 id="template-versions">{t(texts.versions)}</h2>
      <Loaded query={query}>
        {(versions) => (
          <ul className="notices">
            {versions.map(({ id, version, effectiveFrom, state, note }) => (
              <li key={id}>
                <a href={`/api/templates/${name}/versions/${id}`} download>
                  {t(texts.number, { version })}
                </a>
                <div className="second-line">
                  {t(texts.since, { from: effectiveFrom })} · {t(templateVersionStateLabels[state])}
                </div>
                {note && <div className="second-line">{note}</div>}
                {state === 'upcoming' && (
                  <div>
                    <AskButton
                      look="danger"
                      size="small"
                      label={t(texts.withdraw)}
                      name={t(texts.named, { what: t(texts.withdraw), name: t(texts.number, { version }) })}
                      act={() => withdraw(id)}
                    >
                      <p>{t(texts.withdrawSure)}</p>
                    </AskButton>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
