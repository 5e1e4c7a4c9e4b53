import type { Staff } from '@beian/service-kit/actor.ts';
import type { TestPlatform } from './platform.ts';
import { aSystem, named, uploaded } from './registration.ts';

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
