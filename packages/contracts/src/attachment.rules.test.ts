import { expect, it } from 'vitest';
import { requiredAttachments } from './attachment.rules.ts';

const uscc = '91350100M000100Y43';
const other = '91110000101623741K';

it('asks a person for the licence and the authorisation', () => {
  expect(requiredAttachments({ kind: 'personal' }, { proof: 'business_licence', uscc })).toEqual([
    'business_licence',
    'registration_authorisation',
  ]);
});

it('asks a legal person only for the licence of its own unit', () => {
  expect(requiredAttachments({ kind: 'legal_person', uscc }, { proof: 'business_licence', uscc })).toEqual([
    'business_licence',
  ]);
});

it('asks a legal person for the authorisation when it files for another unit', () => {
  expect(
    requiredAttachments({ kind: 'legal_person', uscc }, { proof: 'legal_person_certificate', uscc: other }),
  ).toEqual(['legal_person_certificate', 'registration_authorisation']);
});
