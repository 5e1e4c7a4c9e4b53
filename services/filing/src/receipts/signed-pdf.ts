import { createHash } from 'node:crypto';
import type { Facts, ReceiptSigner } from './receipt-signer.ts';

/** Before the signature, at the very end of the file. The verifier of `packages/verifier` looks for it too. */
export const signatureMark = '%beian-receipt ';

/**
 * A PDF with its signature as a last comment line, which readers ignore: over the facts and over every byte before the line. So whoever
 * has the file can tell that no letter of it was changed, also unit and address, which the facts do not hold.
 */
export async function signedPdf(
  signer: ReceiptSigner,
  { pdf, facts, at }: { pdf: Buffer; facts: Facts; at: Date },
): Promise<Buffer> {
  const bytes = pdf.at(-1) === 0x0a ? pdf : Buffer.concat([pdf, Buffer.from('\n')]);
  const file = createHash('sha256').update(bytes).digest('hex');
  return Buffer.concat([bytes, Buffer.from(`${signatureMark}${await signer.sign(facts, at, file)}\n`)]);
}
