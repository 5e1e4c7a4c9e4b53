import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { AuditEntry } from '@beian/contracts/audit.ts';
import { auditActionLabel, auditActorKindLabel, staffRoleLabels, type Label } from '@beian/contracts/vocabulary.ts';
import { ColumnHeads } from '@beian/ui/frame/column-heads.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import type { AuditSearch } from './audit-search.ts';
import { texts } from './texts.ts';

/** Entries with who, what, on what and for what purpose; actor and subject lead to all of theirs. */
export function AuditTable({ items, search }: { items: readonly AuditEntry[]; search: AuditSearch }) {
  const t = useText();
  if (items.length === 0) return <Empty description={t(texts.none)} />;
  return (
    <ScrollRegion label={t(texts.table)}>
      <table className="notice wide">
        <ColumnHeads labels={[texts.time, texts.actor, texts.action, texts.subject, texts.purpose]} />
        <tbody>
          {items.map((entry) => (
            <Line key={entry.seq} entry={entry} chain={search.chain} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Line({ entry, chain }: { entry: AuditEntry; chain: AuditSearch['chain'] }) {
  const t = useText();
  const time = useTime();
  const { subject, actor } = entry;
  const shown = subject.number ?? shortened(subject.id);
  const searched = (filter: Partial<AuditSearch>) => ({ ...(chain ? { chain } : {}), ...filter }) as never;
  return (
    <tr>
      <td style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={entry.at}>{time(entry.at)}</time>
        <div className="second-line">{t(texts.seq, { seq: entry.seq })}</div>
      </td>
      <td data-label={t(texts.actor)}>
        <Actor actor={actor} chain={chain} />
        {entry.actedFor && <div className="second-line">{t(texts.actedFor, { staffNo: entry.actedFor })}</div>}
        {entry.onBehalfOf && (
          <div className="second-line">{t(texts.onBehalf, { id: shortened(entry.onBehalfOf) })}</div>
        )}
        {entry.credentialId && (
          <div className="second-line">{t(texts.program, { id: shortened(entry.credentialId) })}</div>
        )}
      </td>
      <td data-label={t(texts.action)}>
        {t(auditActionLabel(entry.action))}
        <div className="second-line">{entry.action}</div>
      </td>
      <td data-label={t(texts.subject)}>
        <Link
          to="/audit"
          search={searched({ subject: subject.number ?? subject.id })}
          aria-label={t(texts.sameSubject, { subject: shown })}
          title={subject.id}
        >
          {shown}
        </Link>
      </td>
      <td data-label={t(texts.purpose)}>
        {entry.purpose}
        {Object.keys(entry.data).length > 0 && (
          <details>
            <summary>{t(texts.details)}</summary>
            <code style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(entry.data)}</code>
          </details>
        )}
      </td>
    </tr>
  );
}

function Actor({ actor, chain }: { actor: AuditEntry['actor']; chain: AuditSearch['chain'] }) {
  const t = useText();
  const roles = actor.roles?.map((role) =>
    t((staffRoleLabels as Record<string, Label>)[role] ?? { zh: role, en: role }),
  );
  const id = actor.staffNo ?? actor.id;
  const search = { ...(chain ? { chain } : {}), ...(id ? { actor: id } : {}) } as never;
  return (
    <>
      {id ? (
        <Link to="/audit" search={search} aria-label={t(texts.sameActor, { actor: shortened(id) })} title={id}>
          {shortened(id)}
        </Link>
      ) : (
        t(auditActorKindLabel(actor.kind))
      )}
      <div className="second-line">
        {actor.organ ? [actor.organ.name, ...(roles ?? [])].join(' · ') : t(auditActorKindLabel(actor.kind))}
      </div>
    </>
  );
}

/** The beginning of an id tells two apart on a page; the whole is in its title. */
const shortened = (id: string): string => (/^[0-9a-f]{8}-/.test(id) ? `${id.slice(0, 4)}…${id.slice(-6)}` : id);
