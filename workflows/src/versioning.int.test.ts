import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, aRegistration, aUnit, decided, eventually, untilStatus } from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aNamespace } from '@beian/testkit/spaces.ts';
import { bundleWorkflows, deploymentName, startWorkflowWorker } from './worker.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let namespace: string;
let platform: TestPlatform;
beforeAll(async () => {
  namespace = await aNamespace();
  const { temporalAddress, natsUrl } = servers();
  platform = await aPlatform({ engine: { temporalAddress, natsUrl, namespace }, workflowsBuildId: 'old' });
});
afterAll(() => platform.stop());

const service = () => {
  if (!platform.temporal) throw new Error('the platform has no engine');
  return platform.temporal.client.workflowService;
};
/** `temporal worker deployment set-current-version`, once a worker of that version has come. */
const makeCurrent = (buildId: string) =>
  eventually(
    () =>
      service()
        .setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId, identity: 'drill' })
        .then(
          () => true,
          () => false,
        ),
    (done) => done,
  );
/** The version that a workflow runs on, once it is there and has run. */
const versionOf = async (workflowId: string) =>
  eventually(
    () =>
      service()
        .describeWorkflowExecution({ namespace, execution: { workflowId } })
        .then(
          ({ workflowExecutionInfo: info }) => info?.versioningInfo?.deploymentVersion?.buildId ?? '',
          () => '',
        ),
    (buildId) => buildId !== '',
  );

it('the drill: a new version that could not replay what is open is deployed; what was open ends on the old one, what is new goes to the new one', async () => {
  await makeCurrent('old');
  const unit = await aUnit(platform, filer);
  const before = await aRegistration(platform, filer, unit);
  await untilStatus(platform, filer, before.id, 'in_review');
  expect(await versionOf(before.id)).toBe('old');

  const { temporalAddress: address } = servers();
  const workflowBundle = await bundleWorkflows(new URL('./planted/changed-order.ts', import.meta.url));
  const worker = startWorkflowWorker({ address, namespace, workflowBundle, buildId: 'new', log: testLog });
  await makeCurrent('new');
  const after = await aRegistration(platform, filer, unit);
  expect(await versionOf(after.id)).toBe('new');

  await decided(platform, reviewer, before.number, approval);
  await untilStatus(platform, filer, before.id, 'completed');
  expect(await versionOf(before.id)).toBe('old');
  await worker.stop();
}, 180_000);
