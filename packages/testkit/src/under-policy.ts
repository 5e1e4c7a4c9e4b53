import type { Policy } from '@beian/contracts/workflows.ts';
import { createFilingApp } from '@beian/filing/app.ts';
import type { TestPlatform } from './platform.ts';

/**
 * The same platform for what is submitted under another policy: an application keeps the one that it came in by. So a test that waits for
 * the end of a time hurries nobody else.
 */
export function underPolicy(platform: TestPlatform, policy: Policy): TestPlatform {
  const filing = { ...platform.filing, policy };
  return { ...platform, filing, app: createFilingApp(filing) };
}
