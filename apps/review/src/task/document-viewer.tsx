import { Drawer, Space } from 'antd';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** A file beside the form: pictures and PDFs are shown, others offered for download. */
export function DocumentViewer({ document, onClose }: { document: StoredDocument | undefined; onClose: () => void }) {
  const t = useText();
  const address = document ? `/api/documents/${document.id}/content` : '';
  const inline = `${address}?disposition=inline`;
  const picture = document?.mediaType.startsWith('image/');
  const pdf = document?.mediaType === 'application/pdf';
  return (
    <Drawer
      open={document !== undefined}
      size="large"
      title={document?.name}
      onClose={onClose}
      extra={
        <Space>
          {(picture || pdf) && (
            <a href={inline} target="_blank" rel="noreferrer">
              {t(texts.openFile)}
            </a>
          )}
          <a href={address} download={document?.name}>
            {t(texts.download)}
          </a>
        </Space>
      }
    >
      {picture && <img src={inline} alt={document?.name ?? ''} style={{ maxWidth: '100%' }} />}
      {pdf && <iframe src={inline} title={document?.name ?? ''} style={{ width: '100%', height: '80vh', border: 0 }} />}
      {document && !picture && !pdf && <p>{t(texts.noPreview)}</p>}
    </Drawer>
  );
}
