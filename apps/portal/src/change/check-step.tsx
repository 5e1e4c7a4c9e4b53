import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ChangePreview, PreviewedFiling } from '@beian/contracts/changes.ts';
import { DiffLines } from '@beian/ui/application/diff-view.tsx';
import { DeviceDiffView } from '@beian/ui/devices/device-diff-view.tsx';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ownNumbers, type ChangeForm } from './change-form.ts';
import { ChangePrecheck } from './change-precheck.tsx';
import { changedSystemOf } from './system-values.ts';
import { texts } from './texts.ts';

/** The dry run of the request (N12), asked once per content and language. */
export function usePreview(request: Record<string, unknown>, enabled: boolean) {
  const { locale } = useLanguage();
  return useQuery({
    queryKey: ['change-preview', JSON.stringify(request), locale],
    queryFn: () => api.post<ChangePreview>('/api/changes/preview', request),
    enabled,
  });
}

/** The end of the form (M099): what would change, and the word of who asks for it. */
export function CheckStep(props: {
  form: ChangeForm;
  preview: ReturnType<typeof usePreview>;
  set: (part: Partial<ChangeForm>) => void;
  errors: readonly FieldError[];
  goToField: (path: string) => void;
}) {
  const { form, preview, set, errors, goToField } = props;
  const t = useText();
  // A value that one filing has of its own is mended there.
  const linkOf = (filingNumber: string) => (path: string) => {
    const own = ownNumbers(form).indexOf(filingNumber);
    const values = form.perFiling[filingNumber];
    const key = path.replace(/^system\./, '');
    const isOwn = values !== undefined && own >= 0 && Object.hasOwn(changedSystemOf(values), key);
    return () => goToField(isOwn ? `perFiling.${own}.${path}` : path);
  };
  return (
    <>
      <PreviewView query={preview} />
      {preview.data && <ChangePrecheck filings={preview.data.filings} linkOf={linkOf} />}
      <ConfirmField
        id="change-truthful"
        label={t(texts.truthful)}
        error={errors.find((error) => error.path === 'truthful')}
        checked={form.truthful}
        onChange={(truthful) => set({ truthful })}
      />
    </>
  );
}

/** What would differ, filing by filing, who decides, and what is still wrong. */
function PreviewView({ query }: { query: ReturnType<typeof usePreview> }) {
  const t = useText();
  return (
    <div aria-live="polite">
      <h3>{t(texts.preview)}</h3>
      <Loaded query={query}>{(preview) => <Previewed preview={preview} />}</Loaded>
    </div>
  );
}

function Previewed({ preview: { ok, filings } }: { preview: ChangePreview }) {
  const t = useText();
  const organs = [...new Set(filings.flatMap(({ organ }) => organ?.name ?? []))].join('、');
  const bad = filings.filter(({ errors }) => errors.length > 0).length;
  return (
    <>
      {ok ? (
        <Alert type="success" showIcon title={t(texts.previewGood, { count: filings.length, organs })} />
      ) : (
        <Alert type="error" showIcon title={t(texts.previewBad, { count: bad })} />
      )}
      <ScrollRegion label={t(texts.preview)}>
        <table className="notice stacking" style={{ marginTop: 12 }}>
          <ColumnHeads labels={[texts.filing, texts.changes, texts.organ]} />
          <tbody>
            {filings.map((filing) => (
              <Line key={filing.filingNumber} filing={filing} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {filings.map(
        ({ filingNumber, devices }) =>
          devices && (
            <details key={filingNumber} open={filings.length === 1} style={{ marginTop: 12 }}>
              <summary>{t(texts.devices, { number: filingNumber })}</summary>
              <DeviceDiffView diff={devices} of={filingNumber} />
            </details>
          ),
      )}
    </>
  );
}

function Line({ filing }: { filing: PreviewedFiling }) {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        {filing.filingNumber}
        <div className="second-line">{filing.systemName}</div>
      </th>
      <td>
        <DiffLines diff={filing.diff} />
        {filing.errors.map((error) => (
          <p key={error.pointer + error.code} className="field-error">
            {t(texts.wrong)}
            {t(shared.colon)}
            {error.message}
          </p>
        ))}
      </td>
      <td data-label={t(texts.organ)}>
        {filing.organ?.name}
        {filing.movesFrom && <div className="second-line">{t(texts.moves, { organ: filing.movesFrom.name })}</div>}
      </td>
    </tr>
  );
}
