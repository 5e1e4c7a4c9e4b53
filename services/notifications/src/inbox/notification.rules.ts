import {
  dueText,
  entryTexts,
  filingNumbersText,
  recipientTexts,
  staffTexts,
} from '@beian/contracts/notification-texts.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import {
  applicationKindLabels,
  notificationEntryLabels,
  type Addressee,
  type ApplicationKind,
  type NotificationEntry,
} from '@beian/contracts/vocabulary.ts';

/** What a notification is made of: codes, numbers and ids. Its words come at reading. */
export type Facts = {
  addressee: Addressee;
  entry: NotificationEntry;
  applicationKind: ApplicationKind;
  /** Null for a draft. */
  applicationId?: string | null | undefined;
  applicationNumber?: string | null | undefined;
  filingNumbers: readonly string[];
  dueAt?: Date | null | undefined;
};

const textsOf = { filer: entryTexts, recipient: recipientTexts, staff: staffTexts } as const;

/** Title and text in a language. */
export function wordsOf(facts: Facts, locale: Locale): { title: string; text: string } {
  const { addressee, entry, applicationKind, applicationNumber, filingNumbers, dueAt } = facts;
  const text = [
    phrase(textsOf[addressee][entry] ?? entryTexts[entry], locale, { number: applicationNumber ?? '' }),
    ...(dueAt ? [phrase(dueText, locale, { due: inBeijing(dueAt, locale) })] : []),
    ...(filingNumbers.length > 0 ? [phrase(filingNumbersText, locale, { numbers: filingNumbers.join(', ') })] : []),
  ];
  const colon = locale === 'en' ? ': ' : '：';
  return {
    title: [applicationKindLabels[applicationKind], notificationEntryLabels[entry]]
      .map((label) => phrase(label, locale))
      .join(colon),
    text: text.join(locale === 'en' ? ' ' : ''),
  };
}

const inBeijing = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at);

/** Path of the page where the reader goes on. */
export function linkOf({ addressee, applicationKind, applicationId, applicationNumber, filingNumbers }: Facts): string {
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
