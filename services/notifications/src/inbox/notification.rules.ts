import {
  dueText,
  entryTexts,
  filingNumbersText,
  recipientTexts,
  staffTexts,
} from '@beian/contracts/notification-texts.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import {
  apiCredentialLabel,
  applicationKindLabels,
  delegationLabel,
  notificationEntryLabels,
  type Addressee,
  type ApplicationKind,
  type Label,
  type NotificationEntry,
} from '@beian/contracts/vocabulary.ts';

/** What a notification is made of: codes, numbers and ids. Its words come at reading. */
export type Facts = {
  addressee: Addressee;
  entry: NotificationEntry;
  /** Null for a delegation and an API credential. */
  applicationKind?: ApplicationKind | null | undefined;
  /** Null for a draft, a delegation and an API credential. */
  applicationId?: string | null | undefined;
  applicationNumber?: string | null | undefined;
  filingNumbers: readonly string[];
  /** The unit of a delegation. */
  uscc?: string | null | undefined;
  /** The deadline; of a delegation or an API credential until when it is valid. */
  dueAt?: Date | null | undefined;
};

const textsOf = { filer: entryTexts, recipient: recipientTexts, staff: staffTexts } as const;

/** Title and text in a language. */
export function wordsOf(facts: Facts, locale: Locale): { title: string; text: string } {
  const { addressee, entry, applicationKind, applicationNumber, filingNumbers, uscc, dueAt } = facts;
  const params = { number: applicationNumber ?? '', uscc: uscc ?? '', until: dueAt ? dayInBeijing(dueAt, locale) : '' };
  const text = [
    phrase(textsOf[addressee][entry] ?? entryTexts[entry], locale, params),
    ...(dueAt && applicationKind ? [phrase(dueText, locale, { due: inBeijing(dueAt, locale) })] : []),
    ...(filingNumbers.length > 0 ? [phrase(filingNumbersText, locale, { numbers: filingNumbers.join(', ') })] : []),
  ];
  const colon = locale === 'en' ? ': ' : '：';
  return {
    title: [headingOf(facts), notificationEntryLabels[entry]].map((label) => phrase(label, locale)).join(colon),
    text: text.join(locale === 'en' ? ' ' : ''),
  };
}

const headingOf = ({ applicationKind, entry }: Facts): Label => {
  if (applicationKind) return applicationKindLabels[applicationKind];
  return entry === 'api_credential_made' ? apiCredentialLabel : delegationLabel;
};

const inBeijing = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at);

const dayInBeijing = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(at);

/** Path of the page where the reader goes on. */
export function linkOf(facts: Facts): string {
  const { addressee, entry, applicationKind, applicationId, applicationNumber, filingNumbers } = facts;
  if (entry === 'api_credential_made') return '/delegations/api-credentials';
  if (!applicationKind) return '/delegations';
  if (!applicationId) return '/drafts';
  switch (addressee) {
    case 'filer':
      return `/applications/${applicationId}`;
    case 'recipient':
      // The other party of an appeal is the holder of the disputed filing.
      return applicationKind === 'appeal' ? `/filings/${filingNumbers[0] ?? ''}` : '/transfers/incoming';
    case 'staff':
      return `/review/?q=${applicationNumber}`;
  }
}
