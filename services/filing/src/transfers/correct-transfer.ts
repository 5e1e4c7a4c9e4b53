import { checkPaper } from '../applications/check-authorisation.ts';
import { requireFiler } from '@beian/service-kit/actor.ts';
import { addFiledVersion } from '../applications/add-filed-version.ts';
import type { By, Correction, Prepared } from '../applications/resubmit-application.ts';
import type { Deps } from '../deps.ts';
import { recipientHash } from './recipient-hash.ts';
import { TransferEntity } from './transfer.entity.ts';

/** A corrected transfer, checked like the first one. Another recipient is another hash: the one named before never hears of it. */
export async function correctTransfer(deps: Deps, by: By, { before, corrected, given }: Correction): Promise<Prepared> {
  const { applicationId } = before;
  if (!corrected.transfer) throw new Error(`application ${applicationId} is a transfer without a request`);
  const { recipientName, recipientIdNumber, description, formId } = corrected.transfer;
  const recipient = { name: recipientName, idNumber: recipientIdNumber };
  const hash = recipientHash(deps, requireFiler(by.actor), recipient, ['transfer', 'recipientIdNumber']);
  await checkPaper(deps, by, { kind: 'transfer_form', documentId: formId, path: ['transfer', 'formId'] });
  const asked = { transfer: { description, formId } };
  const { explanation } = given;
  return {
    write: async (change, number) => {
      const transfer = await change.lock(TransferEntity, { applicationId });
      transfer.recipientHash = hash;
      const askedPersonal = { recipient };
      return addFiledVersion(deps, change, { applicationId, number, filed: before, asked, askedPersonal, explanation });
    },
    shown: () => ({}),
  };
}
