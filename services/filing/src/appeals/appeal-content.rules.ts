import type { AppealContent } from '@beian/contracts/appeals.ts';
import type { AppealGround } from '@beian/contracts/vocabulary.ts';
import { maskName, maskPhone } from '@beian/service-kit/masking.ts';

/** The part of an appeal that is kept as JSON. */
export type OpenAppeal = { ground: AppealGround; filingNumber?: string; evidenceIds: string[] };
/** The part that is kept sealed: the words, which may name anybody, and whom to answer. */
export type SealedAppeal = { description: string; contactName?: string; contactPhone?: string };

/** Puts both parts together again. */
export const joinAppeal = (open: OpenAppeal, sealed: SealedAppeal): AppealContent => ({ ...open, ...sealed });

/** As staff reads it: the words in full, the person masked. */
export const maskAppeal = ({ contactName, contactPhone, ...rest }: AppealContent): AppealContent => ({
  ...rest,
  ...(contactName ? { contactName: maskName(contactName) } : {}),
  ...(contactPhone ? { contactPhone: maskPhone(contactPhone) } : {}),
});
