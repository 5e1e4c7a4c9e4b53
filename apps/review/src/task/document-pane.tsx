import { Alert, Button, Space } from 'antd';
import { useEffect, useRef } from 'react';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { canOpen, useDocument } from '@beian/ui/files/file-link.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** A file beside the form: pictures and PDFs are shown, others offered for download; of one that waits for its scan or is infected there is a word alone. The next file is one press away. */
export function DocumentPane(props: {
  document: StoredDocument;
  next: StoredDocument | undefined;
  onShow: (id: string) => void;
  onClose: () => void;
}) {
  const { document, next, onShow, onClose } = props;
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [document.id]);
  const address = `/api/documents/${document.id}/content`;
  const inline = `${address}?disposition=inline`;
  // Asked again while it waits for its scan.
  const scan = useDocument(document.id, document)?.scan;
  const opens = canOpen(scan);
  const picture = opens && document.mediaType.startsWith('image/');
  const pdf = opens && document.mediaType === 'application/pdf';
  return (
    <section
      className="panel document-pane"
      aria-labelledby="document"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 id="document" ref={heading} tabIndex={-1}>
        {document.name}
      </h2>
      <Space wrap style={{ marginBottom: 12 }}>
        {next && next.id !== document.id && (
          <Button size="small" onClick={() => onShow(next.id)}>
            {t(texts.nextFile)}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t(texts.closeFile)}
        </Button>
        {(picture || pdf) && (
          <a href={inline} target="_blank" rel="noreferrer">
            {t(texts.openFile)}
          </a>
        )}
        {opens && (
          <a href={address} download={document.name}>
            {t(texts.download)}
          </a>
        )}
      </Space>
      {scan === 'infected' && <Alert type="error" showIcon title={t(texts.infected)} />}
      {scan === 'awaiting_scan' && <Alert type="warning" showIcon title={t(texts.awaitingScan)} />}
      {scan === 'not_scanned' && (
        <Alert type="info" showIcon title={t(texts.notScanned)} style={{ marginBottom: 12 }} />
      )}
      {picture && <img src={inline} alt={document.name} />}
      {pdf && <iframe src={`${inline}#pagemode=none&navpanes=0&view=FitH`} title={document.name} />}
      {opens && !picture && !pdf && <p>{t(texts.noPreview)}</p>}
    </section>
  );
}
