import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFieldLabels, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import { documentKindLabels, type DocumentScan } from '@beian/contracts/vocabulary.ts';
import { FileLink, ScanTag } from '../files/file-link.tsx';
import { shared } from '../frame/texts.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { useText } from '../language/language.tsx';

const texts = {
  cancellation: { zh: '注销申请', en: 'Cancellation' },
  change: { zh: '变更申请', en: 'Change' },
  proof: { zh: '证明材料 {n}', en: 'Proof {n}' },
  transfer: { zh: '移交申请', en: 'Transfer' },
  unit: { zh: '单位信息', en: 'Unit' },
  system: { zh: '系统信息', en: 'System' },
  days: { zh: '{days} 天', en: '{days} days' },
};

type Opening = {
  fileName?: ((documentId: string) => string | undefined) | undefined;
  onOpen?: ((documentId: string) => void) | undefined;
  closed?: boolean | undefined;
  scanOf?: ((documentId: string) => DocumentScan | undefined) | undefined;
};

/** A file by its name: a button where it is shown in place, otherwise a link; the name alone where it is `closed`. What keeps it from being opened is said beside it. */
export function useFileLink(opening: Opening): (id: string, fallback: string) => ReactNode {
  const { fileName, onOpen, closed, scanOf } = opening;
  return (id, fallback) => {
    const name = fileName?.(id) ?? fallback;
    if (closed) return name;
    return onOpen ? (
      <>
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {name}
        </button>{' '}
        <ScanTag scan={scanOf?.(id)} />
      </>
    ) : (
      <FileLink id={id}>{name}</FileLink>
    );
  };
}

/** What was filed, in the order of the form. `fileName` names a document; `onOpen` shows it, otherwise it is a link; where files are `closed` it is a name alone. `askedOnly` leaves out unit and system, for a business about several filings. */
export function ContentView(props: {
  content: ApplicationContent;
  fileName?: (documentId: string) => string | undefined;
  onOpen?: (documentId: string) => void;
  closed?: boolean;
  scanOf?: (documentId: string) => DocumentScan | undefined;
  askedOnly?: boolean;
}) {
  const { content, askedOnly } = props;
  const { unit, system } = content;
  const t = useText();
  const { labelOf } = useDictionaries();
  const file = useFileLink(props);
  const line = (field: CorrectableField, value: ReactNode) => ({
    key: field,
    label: t(correctableFieldLabels[field]),
    children: value ?? t(shared.none),
  });
  const table = (items: { key: string; label: string; children: ReactNode }[]) => (
    <Descriptions bordered size="small" column={{ xs: 1, md: 2 }} items={items} />
  );
  const { change, cancellation, transfer } = content;
  return (
    <>
      {change && (
        <section className="panel" aria-labelledby="content-change">
          <h2 id="content-change">{t(texts.change)}</h2>
          {table([
            line('change.explanation', change.explanation),
            line(
              'change.authorisationId',
              change.authorisationId && file(change.authorisationId, t(documentKindLabels.change_authorisation)),
            ),
            line(
              'change.proofs',
              change.proofIds.length > 0
                ? change.proofIds.map((id, i) => <div key={id}>{file(id, t(texts.proof, { n: i + 1 }))}</div>)
                : undefined,
            ),
          ])}
        </section>
      )}
      {cancellation && (
        <section className="panel" aria-labelledby="content-cancellation">
          <h2 id="content-cancellation">{t(texts.cancellation)}</h2>
          {table([
            line('cancellation.reason', cancellation.reason),
            line(
              'cancellation.authorisationId',
              cancellation.authorisationId &&
                file(cancellation.authorisationId, t(documentKindLabels.cancellation_authorisation)),
            ),
          ])}
        </section>
      )}
      {transfer && (
        <section className="panel" aria-labelledby="content-transfer">
          <h2 id="content-transfer">{t(texts.transfer)}</h2>
          {table([
            line('transfer.recipientName', transfer.recipientName),
            line('transfer.recipientIdNumber', transfer.recipientIdNumber),
            line('transfer.description', transfer.description),
            line('transfer.formId', file(transfer.formId, t(documentKindLabels.transfer_form))),
          ])}
        </section>
      )}
      {!askedOnly && (
        <>
          <section className="panel" aria-labelledby="content-unit">
            <h2 id="content-unit">{t(texts.unit)}</h2>
            {table([
              line('unit.uscc', unit.uscc),
              line('unit.type', labelOf('unit_type', unit.type)),
              line('unit.name', unit.name),
              line('unit.headName', unit.headName),
              ...unit.attachments.map((one) =>
                line(`attachments.${one.kind}`, file(one.documentId, t(documentKindLabels[one.kind]))),
              ),
            ])}
          </section>
          <section className="panel" aria-labelledby="content-system">
            <h2 id="content-system">{t(texts.system)}</h2>
            {table([
              line('system.name', system.name),
              line('system.address', `${system.divisionName}${system.addressDetail}`),
              line('system.deviceCount', system.deviceCount),
              line('system.hasSnapshot', t(system.hasSnapshot ? shared.yes : shared.no)),
              line('system.retentionDays', t(texts.days, { days: system.retentionDays })),
              line('system.safetyOfficerName', system.safetyOfficerName),
              line('system.safetyOfficerPhone', system.safetyOfficerPhone),
              line('system.deviceTableId', file(system.deviceTableId, t(documentKindLabels.device_table))),
              line('system.firstUseOn', system.firstUseOn),
              line('system.remarks', system.remarks || undefined),
            ])}
          </section>
        </>
      )}
    </>
  );
}
