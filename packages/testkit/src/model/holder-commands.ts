import { expect } from 'vitest';
import { both, command, mustBe, type Command, type Real } from './command.ts';
import { mayAnswer, mayRevoke } from './state.ts';
import type { Running } from './world.ts';

export const answer = (accept: boolean): Command =>
  command(
    accept ? 'accept the transfer' : 'decline the transfer',
    (model) => model.open.business?.kind === 'transfer',
    async (model, real) => {
      const { application, running } = both(model, real, 'business');
      const to = running.to ?? real.world.stranger;
      const said = await real.world.as(to).post(`/api/transfers/${running.id}/answer`, { accept });
      if (!mustBe(mayAnswer(model, application, accept), said, `answering a transfer that is ${application.status}`))
        return;
      await settle(real, running);
      application.status = accept ? 'completed' : 'declined';
      if (!accept) return;
      real.former.push(real.holder);
      real.holder = to;
      model.filing.moved = true;
    },
  );

export const revoke = (): Command =>
  command(
    'revoke the transfer',
    (model) => model.open.business?.kind === 'transfer',
    async (model, real) => {
      const { application, running } = both(model, real, 'business');
      const said = await real.world.as(running.by).post(`/api/transfers/${running.id}/revocation`);
      if (!mustBe(mayRevoke(application), said, `revoking a transfer that is ${application.status}`)) return;
      await settle(real, running);
      application.status = 'revoked';
    },
  );

async function settle({ world }: Real, { id: applicationId }: Running): Promise<void> {
  const [row] = await world.rows<{ id: string }>('select id from transfer_outcome where application_id = ?', [
    applicationId,
  ]);
  await world.platform.activities.settleTransfer({ applicationId, outcomeId: row?.id ?? '' });
}

export const expire = (): Command =>
  command(
    'the time of the recipient is over',
    (model) => model.open.business?.status === 'awaiting_recipient',
    async (model, real) => {
      const { application, running } = both(model, real, 'business');
      const { expired } = await real.world.platform.activities.expireAcceptance({ applicationId: running.id });
      expect(expired).toBe(!model.filing.held);
      if (expired) application.status = 'expired';
    },
  );

export const trespass = (): Command =>
  command(
    'a former holder acts',
    (model) => model.filing.moved,
    async (_model, real) => {
      const { world, filing, holder } = real;
      const former = real.former.find(({ accountId }) => accountId !== holder.accountId);
      if (!former) return;
      const submitted = await world
        .as(former)
        .create('/api/applications', await world.bodyOf('cancellation', former, filing));
      mustBe(false, submitted, 'a cancellation by a former holder');
      mustBe(false, await world.as(former).get(`/api/filings/${filing}`), 'reading by a former holder');
      mustBe(true, await world.as(holder).get(`/api/filings/${filing}`), 'reading by the holder');
    },
  );
