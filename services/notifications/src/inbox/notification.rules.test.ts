import { describe, expect, it } from 'vitest';
import { locales } from '@beian/contracts/problems.ts';
import { addressees, delegationEntryOf, delegationMessages, timelineKinds } from '@beian/contracts/vocabulary.ts';
import { linkOf, wordsOf, type Facts } from './notification.rules.ts';

const returned: Facts = {
  addressee: 'filer',
  entry: 'returned',
  applicationKind: 'registration',
  applicationId: '0199b2d6-3c5e-7b1a-8f2e-00000000000a',
  applicationNumber: 'SL20261125000001',
  filingNumbers: [],
  dueAt: new Date('2026-12-09T01:00:00Z'),
};

describe('the words of a notification', () => {
  it('are in the language of the reader, with number and deadline in Beijing time', () => {
    expect(wordsOf(returned, 'zh-CN')).toEqual({
      title: '备案登记：退回补正',
      text: '申请 SL20261125000001 需要补正，请查看补正告知并按期重新提交。截止时间：2026年12月9日 09:00。',
    });
    const english = wordsOf(returned, 'en');
    expect(english.title).toBe('Registration: Returned for correction');
    expect(english.text).toMatch(/needs correction.* Due Dec 9, 2026, 9:00\sAM\./);
  });

  it('name the filings that came of it', () => {
    const completed: Facts = { ...returned, entry: 'completed', dueAt: null, filingNumbers: ['440305010000017'] };
    expect(wordsOf(completed, 'zh-CN').text).toBe('申请 SL20261125000001 已办结。备案编号：440305010000017。');
  });

  it('differ for who is to answer a transfer and who waits for the answer', () => {
    const waiting: Facts = { ...returned, applicationKind: 'transfer', entry: 'awaiting_recipient' };
    expect(wordsOf(waiting, 'zh-CN').text).not.toBe(wordsOf({ ...waiting, addressee: 'recipient' }, 'zh-CN').text);
  });

  it('exist for every entry and every reader in both languages, with nothing left open', () => {
    for (const addressee of addressees)
      for (const entry of timelineKinds)
        for (const locale of locales) {
          const { title, text } = wordsOf({ ...returned, addressee, entry, filingNumbers: ['1'] }, locale);
          expect(`${title} ${text}`).not.toMatch(/[{}]|undefined/);
          expect(text).toContain(returned.applicationNumber);
          if (locale === 'en') expect(`${title} ${text}`).not.toMatch(/\p{Script=Han}/u);
        }
  });

  it('of an API credential name its last day and no deadline, in both languages', () => {
    const made: Facts = { addressee: 'filer', entry: 'api_credential_made', filingNumbers: [], dueAt: returned.dueAt };
    expect(wordsOf(made, 'zh-CN')).toEqual({
      title: '接口凭证：已新增',
      text: '您的账户新增了一项接口凭证，程序在 2026年12月9日 之前可以凭此以您的账户办理备案。如非您本人或本单位所为，请立即撤销。',
    });
    const { title, text } = wordsOf(made, 'en');
    expect(`${title} ${text}`).toMatch(/^API credential: Made .* until Dec 9, 2026\. Revoke it at once/);
    expect(linkOf(made)).toBe('/delegations/api-credentials');
  });

  it('of a delegation name the unit and the last day, in both languages', () => {
    for (const addressee of ['filer', 'recipient'] as const)
      for (const message of delegationMessages)
        for (const locale of locales) {
          const uscc = '91440300MA5FX1MP11';
          const told = { addressee, entry: delegationEntryOf(message), filingNumbers: [], uscc };
          const { title, text } = wordsOf({ ...told, dueAt: new Date('2027-01-31T15:59:59Z') }, locale);
          expect(`${title} ${text}`).not.toMatch(/[{}]|undefined/);
          expect(text).toContain(uscc);
          if (message !== 'revoked') expect(text).toContain(locale === 'en' ? 'Jan 31, 2027' : '2027年1月31日');
          if (locale === 'en') expect(`${title} ${text}`).not.toMatch(/\p{Script=Han}/u);
        }
  });
});

it('a notification leads to the page where its reader goes on', () => {
  expect(linkOf(returned)).toBe(`/applications/${returned.applicationId}`);
  expect(linkOf({ ...returned, addressee: 'staff' })).toBe('/review/?q=SL20261125000001');
});
