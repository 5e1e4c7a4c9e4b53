import type { ReceiptFacts } from '@beian/contracts/receipts.ts';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';

/** What the receipt behind the `#` of the address signs (N7); `forged` when it is not ours, undefined when there is none. */
export async function receiptInAddress(): Promise<ReceiptFacts | 'forged' | undefined> {
  const receipt = new URLSearchParams(location.hash.slice(1)).get('receipt');
  if (receipt === null) return undefined;
  try {
    return await api.post<ReceiptFacts>('/api/public/receipts/verification', { receipt: receipt || 'none' });
  } catch (error) {
    if (error instanceof ApiProblem && error.details?.status === 422) return 'forged';
    throw error;
  }
}
