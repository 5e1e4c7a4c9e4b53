import { createTransport } from 'nodemailer';
import type { Log } from '@beian/service-kit/log.ts';
import type { Attempt } from '../deliveries/delivery.rules.ts';

/** How an e-mail leaves the platform. */
export type MailPort = {
  send(mail: { deliveryId: string; to: string; subject: string; text: string }): Promise<Attempt>;
  close(): void;
};

type Failure = { code?: string; responseCode?: number; permanent?: boolean };

/**
 * Mail through an SMTP server. A delivery has one Message-ID, however often it is tried. What servers say is not kept or logged: it may
 * hold the address.
 */
export function smtpMail({ url, from, log }: { url: string; from: string; log: Log }): MailPort {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ ...patience, url, pool: true, maxConnections: 3 }, { from });
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ deliveryId, to, subject, text }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      try {
        await transport.sendMail({ to, subject, text, headers, messageId: `<${deliveryId}@${domain}>` });
        return { outcome: 'sent' };
      } catch (error) {
        const { code = 'UNKNOWN', responseCode, permanent } = error as Failure;
        const reason = responseCode === undefined ? code : `${code} ${responseCode}`;
        log.warn({ deliveryId, reason }, 'mail.failed');
        // The address or the mail is refused for good; a wrong password of ours is not.
        const refused = permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE');
        return { outcome: refused ? 'given_up' : 'failed', reason };
      }
    },
    close: () => transport.close(),
  };
}
