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
  delegationLabel,
  notificationEntryLabels,
  type Addressee,
  type ApplicationKind,
  type NotificationEntry,
} from '@beian/contracts/vocabulary.ts';

/** What a notification is made of: codes, numbers and ids. Its words come at reading. */
export type Facts = {
  addressee: Addressee;
  entry: NotificationEntry;
  /** Null for a delegation. */
  applicationKind?: ApplicationKind | null | undefined;
  /** Null for a draft and a delegation. */
  applicationId?: string | null | undefined;
  applicationNumber?: string | null | undefined;
  filingNumbers: readonly string[];
  /** The unit of a delegation, whose last day `dueAt` then is. */
  uscc?: string | null | undefined;
  dueAt?: Date | null | undefined;
};

const textsOf = { filer: entryTexts, recipient: recipientTexts, staff: staffTexts } as const;

/** Title and text in a language. */
export function wordsOf(facts: Facts, locale: Locale): { title: string; text: string } {
  const { addressee, entry, applicationKind, applicationNumber, filingNumbers, uscc, dueAt } = facts;
  const params = { number: applicationNumber ?? '', uscc: uscc ?? '', until: dueAt ? dayInBeijing(dueAt, locale) : '' };
  const text = [
    phrase(textsOf[addressee][entry] ?? entryTexts[entry], locale, params),
    ...(dueAt && !uscc ? [phrase(dueText, locale, { due: inBeijing(dueAt, locale) })] : []),
    ...(filingNumbers.length > 0 ? [phrase(filingNumbersText, locale, { numbers: filingNumbers.join(', ') })] : []),
  ];
  const colon = locale === 'en' ? ': ' : '：';
  return {
    title: [applicationKind ? applicationKindLabels[applicationKind] : delegationLabel, notificationEntryLabels[entry]]
      .map((label) => phrase(label, locale))
      .join(colon),
    text: text.join(locale === 'en' ? ' ' : ''),
  };
}

const inBeijing = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at);

const dayInBeijing = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(at);

/** Path of the page where the reader goes on. */
export function linkOf({ addressee, applicationKind, applicationId, applicationNumber, filingNumbers }: Facts): string {
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
