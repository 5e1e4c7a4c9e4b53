import type { Label } from '../vocabulary.ts';

/** What the form of a delegation says. */
export const delegationMessages: Readonly<Record<string, Label>> = {
  'delegation.letter-missing': {
    zh: '请上传加盖公章的《授权委托书》。',
    en: 'Upload the sealed letter of authorisation.',
  },
  'delegation.to-self': {
    zh: '受托人不能是本人。',
    en: 'The person is somebody other than yourself.',
  },
  'delegation.no-filings': {
    zh: '您没有持有该单位的备案，不能授权。',
    en: 'You hold no filing of this unit.',
  },
  'delegation.past': {
    zh: '有效期止不能早于今天。',
    en: 'The last day may not lie before today.',
  },
  'delegation.period': {
    zh: '有效期止不能早于有效期起。',
    en: 'The last day may not lie before the first.',
  },
  'delegation.too-long': {
    zh: '有效期止最晚为 {until}（自今天起三年）。',
    en: 'The last day may be {until} at the latest, three years from today.',
  },
};
