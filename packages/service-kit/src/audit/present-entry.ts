import type { AuditEntry } from '@beian/contracts/audit.ts';
import type { AuditChain } from '@beian/contracts/vocabulary.ts';
import type { StoredEntry } from './stored-entries.ts';

/** An entry for whom it is shown to, as it stands there. What `data` says of cover, agency, program and purpose stands beside it. */
export function presentEntry(service: string, { seq, hash, entry }: StoredEntry, number?: string): AuditEntry {
  const { id, at, actor, action, subject, requestId } = entry;
  const { actedFor, onBehalfOf, credentialId, purpose, ...data } = entry.data as Record<string, unknown>;
  return {
    // A service that writes is one of the chains.
    chain: service as AuditChain,
    seq,
    id,
    at,
    actor: {
      kind: actor.kind,
      ...(actor.id === null ? {} : { id: actor.id }),
      ...(actor.staffNo === null ? {} : { staffNo: actor.staffNo }),
      ...(actor.organCode === null ? {} : { organ: { code: actor.organCode, name: actor.organName ?? '' } }),
      ...(actor.roles === null ? {} : { roles: actor.roles }),
    },
    action,
    subject: { id: subject, ...(number === undefined ? {} : { number }) },
    ...(typeof actedFor === 'string' ? { actedFor } : {}),
    ...(typeof onBehalfOf === 'string' ? { onBehalfOf } : {}),
    ...(typeof credentialId === 'string' ? { credentialId } : {}),
    ...(typeof purpose === 'string' ? { purpose } : {}),
    ...(requestId === null ? {} : { requestId }),
    data,
    hash: hash?.toString('hex') ?? '',
  };
}
