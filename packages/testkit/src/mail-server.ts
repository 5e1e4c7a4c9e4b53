import { SMTPServer } from 'smtp-server';
import { freePort } from '@beian/local/servers/ports.ts';

/** A mail as it arrived. */
export type ReceivedMail = { to: string[]; messageId: string; body: string };

/** An SMTP server that keeps what it receives; it can be stopped and started again at the same address. */
export async function aMailServer() {
  const port = await freePort();
  const received: ReceivedMail[] = [];
  /** Addresses that are refused for good. */
  const refused = new Set<string>();
  let server: SMTPServer | undefined;
  const start = () =>
    new Promise<void>((resolve) => {
      server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        logger: false,
        // Senders keep their connections; a stop does not wait for them.
        closeTimeout: 50,
        onRcptTo: ({ address }, _session, done) =>
          refused.has(address)
            ? done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }))
            : done(),
        onData: (stream, { envelope }, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const source = Buffer.concat(chunks).toString('utf8');
            received.push({ to: envelope.rcptTo.map(({ address }) => address), ...partsOf(source) });
            done();
          });
        },
      });
      server.listen(port, '127.0.0.1', resolve);
    });
  const stop = () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  await start();
  return { url: `smtp://127.0.0.1:${port}`, received, refused, start, stop };
}

function partsOf(source: string): { messageId: string; body: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const coded = rest.join('\r\n\r\n');
  const bytes =
    header('Content-Transfer-Encoding') === 'base64'
      ? Buffer.from(coded, 'base64')
      : Buffer.from(
          coded
            .replaceAll('=\r\n', '')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
  return { messageId: header('Message-ID'), body: bytes.toString('utf8') };
}
