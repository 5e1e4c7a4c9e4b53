import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ClaimCode } from '@beian/contracts/paper-filings.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import type { TestPlatform } from './platform.ts';
import { approval, as, aSystem, json, named, settled, uploaded } from './registration.ts';

/** A registration on paper as a clerk enters it (I07), with its scans. */
export async function aPaper(platform: TestPlatform, clerk: Staff, overrides: Record<string, unknown> = {}) {
  const licence = await uploaded(platform, clerk, 'business_licence');
  return {
    unit: {
      uscc: '91350100M000100Y43',
      type: 'enterprise',
      name: '福州云图科技有限公司',
      headName: named.headName,
      attachments: [{ kind: 'business_licence', documentId: licence }],
    },
    system: aSystem(await uploaded(platform, clerk, 'device_table')),
    formId: await uploaded(platform, clerk, 'paper_form'),
    receivedOn: '2026-11-02',
    ...overrides,
  };
}

/** The same, entered: awaiting its review. */
export async function enteredPaper(platform: TestPlatform, clerk: Staff, overrides?: Record<string, unknown>) {
  const paper = await aPaper(platform, clerk, overrides);
  return json<ApplicationSummary>(await as(platform, clerk).create('/api/paper-filings', paper), 201);
}

/** The same, approved by a colleague: a filing that nobody holds yet, with the code by which its owner claims it. */
export async function approvedPaper(platform: TestPlatform, clerk: Staff, colleague: Staff) {
  const application = await enteredPaper(platform, clerk);
  await settled(platform, colleague, application, approval);
  const path = `/api/paper-filings/${application.id}/claim-code`;
  const claim = await json<ClaimCode>(await as(platform, clerk).post(path), 201);
  return { application, ...claim };
}
