import type { AuditEntry, AuditFilter } from '@beian/contracts/audit.ts';
import { phrase, type Locale } from '@beian/contracts/problems.ts';
import { auditActionLabel, auditActorKindLabel } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '../actor.ts';
import { csvLine, csvStart } from '../csv.ts';
import { mutate, type MutateDeps } from '../mutate.ts';
import { type AuditDeps, checkPeriod, findEntries, requireAuditor, shown } from './list-entries.ts';

/** Rows of one export; whoever needs more asks for a shorter time. */
export const maxExported = 100_000;
const atOnce = 1000;

const heads = {
  zh: '序号,时间（北京）,操作者类型,操作者,机关代码,机关,操作代码,操作,对象,对象编号,代班对象,代理对象,接口凭证,目的,其他,请求编号,哈希',
  en: 'No.,Time (Beijing),Kind of actor,Actor,Organ code,Organ,Action code,Action,Subject,Number,Covered for,On behalf of,API credential,Purpose,Other,Request,Hash',
};

/**
 * What a filter finds, as CSV, the newest first; the export itself is on the chain before its first line leaves. A thousand entries are
 * in memory at a time.
 */
export async function exportEntries(
  deps: AuditDeps & MutateDeps,
  by: Actor,
  { filter, locale, requestId }: { filter: AuditFilter; locale: Locale; requestId: string },
): Promise<AsyncGenerator<Uint8Array>> {
  const staff = requireAuditor(by);
  checkPeriod(filter);
  await mutate(deps, staff, { action: 'audit.export', requestId }, async (change) =>
    change.record({ subject: `audit:${deps.service}`, data: { filter } }),
  );
  const encoder = new TextEncoder();
  const lines = async function* () {
    yield encoder.encode(`${csvStart}${csvLine(heads[locale === 'en' ? 'en' : 'zh'].split(','))}`);
    const em = deps.orm.em.fork();
    for (let [before, left] = [0, maxExported]; left > 0; left -= atOnce) {
      const rows = await findEntries(deps, em, staff, filter, { before, limit: Math.min(atOnce, left) });
      const entries = await shown(deps, em, rows);
      if (entries.length > 0) yield encoder.encode(entries.map((entry) => csvLine(cellsOf(entry, locale))).join(''));
      if (rows.length < atOnce) return;
      before = rows.at(-1)?.seq ?? 0;
    }
  };
  return lines();
}

const beijing = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Shanghai',
});

const cellsOf = (entry: AuditEntry, locale: Locale): (string | number | undefined)[] => [
  entry.seq,
  beijing.format(new Date(entry.at)),
  phrase(auditActorKindLabel(entry.actor.kind), locale),
  entry.actor.staffNo ?? entry.actor.id,
  entry.actor.organ?.code,
  entry.actor.organ?.name,
  entry.action,
  phrase(auditActionLabel(entry.action), locale),
  entry.subject.id,
  entry.subject.number,
  entry.actedFor,
  entry.onBehalfOf,
  entry.credentialId,
  entry.purpose,
  Object.keys(entry.data).length > 0 ? JSON.stringify(entry.data) : '',
  entry.requestId,
  entry.hash,
];
