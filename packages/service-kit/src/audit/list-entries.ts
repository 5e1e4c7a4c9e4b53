import { z } from 'zod';
import type { AuditEntry, AuditFilter, AuditQuery } from '@beian/contracts/audit.ts';
import { startOfBeijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { requireStaff, type Actor, type Staff } from '../actor.ts';
import type { Orm, SqlEntityManager } from '../database.ts';
import { decodeCursor, page } from '../pagination.ts';
import { fieldProblem } from '../problem.ts';
import { presentEntry } from './present-entry.ts';
import { entriesWhere, type StoredEntry } from './stored-entries.ts';

export type Condition = { sql: string; params: unknown[] };

/** What a service knows of the subjects in its chain; without it they are found and shown by their ids. */
export type AuditSubjects = {
  /** Ids that a number stands for, and whatever belongs to it. */
  find(em: SqlEntityManager, number: string): Promise<string[]>;
  /** The numbers that people know ids by. */
  numbers(em: SqlEntityManager, ids: string[]): Promise<Map<string, string>>;
  /** Entries `e` on something that an organ whose code is like a pattern handles, whoever acted. */
  handledBy(codes: string): Condition;
};

export type AuditDeps = { orm: Orm; service: string; auditSubjects?: AuditSubjects };

/** Who reads the audit log: auditors, who change nothing, and supervisors. */
export const requireAuditor = (actor: Actor): Staff => requireStaff(actor, 'auditor', 'supervisor');

/** Entries of the service's chain that the caller may see, the newest first, by any filter or none (I40). Three statements. */
export async function listEntries(
  deps: AuditDeps,
  by: Actor,
  query: AuditQuery,
): Promise<{ items: AuditEntry[]; next?: string }> {
  const staff = requireAuditor(by);
  checkPeriod(query);
  const em = deps.orm.em.fork();
  const [before = 0] = decodeCursor(query.cursor, z.tuple([z.int()])) ?? [];
  const rows = await findEntries(deps, em, staff, query, { before, limit: query.limit + 1 });
  const { items, next } = page(rows, query.limit, ({ seq }) => [seq]);
  return { items: await shown(deps, em, items), ...(next ? { next } : {}) };
}

/** `period.order` when the days of a filter are the wrong way round. */
export function checkPeriod({ from, to }: AuditFilter): void {
  if (from && to && from > to) throw fieldProblem(['to'], 'period.order');
}

/** Entries as they are shown, with the numbers of their subjects. */
export async function shown(deps: AuditDeps, em: SqlEntityManager, rows: StoredEntry[]): Promise<AuditEntry[]> {
  const ids = [...new Set(rows.map(({ entry }) => entry.subject))];
  const numbers = await deps.auditSubjects?.numbers(em, ids);
  return rows.map((row) => presentEntry(deps.service, row, numbers?.get(row.entry.subject)));
}

/** The next entries that a filter finds for somebody, downwards from `before`, or from the end when that is 0. */
export async function findEntries(
  deps: AuditDeps,
  em: SqlEntityManager,
  staff: Staff,
  filter: AuditFilter,
  { before, limit }: { before: number; limit: number },
): Promise<StoredEntry[]> {
  const all: Condition[] = [...scopeOf(deps, staff), ...(await conditionsOf(deps, em, filter))];
  if (before > 0) all.push({ sql: 'e.seq < ?', params: [before] });
  const where = all.length > 0 ? `where ${all.map(({ sql }) => sql).join(' and ')}` : '';
  return entriesWhere(em, `${where} order by e.seq desc limit ?`, [...all.flatMap(({ params }) => params), limit]);
}

/**
 * The ministry sees everything; any other organ what it and those below it did, and what was done on what they handle. An organ of a trade
 * shares its division with the government's and has none of it: it sees itself.
 */
function scopeOf({ auditSubjects }: AuditDeps, { organ }: Staff): Condition[] {
  if (organ.level === 'national') return [];
  const codes = organ.code.includes('-') ? organ.code : `${organ.divisionCode}%`;
  const own: Condition = { sql: 'e.organ_code like ?', params: [codes] };
  const handled = auditSubjects?.handledBy(codes);
  return handled ? [{ sql: `(${own.sql} or ${handled.sql})`, params: [...own.params, ...handled.params] }] : [own];
}

async function conditionsOf(deps: AuditDeps, em: SqlEntityManager, filter: AuditFilter): Promise<Condition[]> {
  const all: Condition[] = [];
  const add = (sql: string, ...params: unknown[]) => void all.push({ sql, params });
  if (filter.actor) add('(e.staff_no = ? or e.actor_id = ?)', filter.actor, filter.actor);
  if (filter.action) add('e.action = ?', filter.action);
  if (filter.organ) add('e.organ_code = ?', filter.organ);
  if (filter.from) add('e.at >= ?', startOfBeijingDay(filter.from));
  if (filter.to) add(`e.at < ?::timestamptz + interval '1 day'`, startOfBeijingDay(filter.to));
  if (filter.subject) {
    const meant = [filter.subject, ...((await deps.auditSubjects?.find(em, filter.subject)) ?? [])];
    add(`e.subject in (${meant.map(() => '?').join(',')})`, ...meant);
  }
  return all;
}
