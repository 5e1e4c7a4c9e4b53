import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Space } from 'antd';
import { useState } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import { staffRoleLabels } from '@beian/contracts/vocabulary.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { OrganField } from '../organs/organ-field.tsx';
import { SuspendDialog, WithdrawRolesDialog } from './staff-dialogs.tsx';
import { texts } from './texts.ts';

/** The staff of the own organ and of those below it (I03): suspended, restored, narrowed in their roles. */
export function StaffPage() {
  const t = useText();
  const me = useMe();
  return (
    <Page title={t(review.staff)} system={t(review.name)}>
      <Loaded query={me}>{(person) => person?.organ && <StaffOf me={person} own={person.organ} />}</Loaded>
    </Page>
  );
}

function StaffOf({ me, own }: { me: Me; own: NonNullable<Me['organ']> }) {
  const t = useText();
  const [organ, setOrgan] = useState(own.code);
  const query = useQuery({
    queryKey: ['staff', organ],
    queryFn: async () => (await api.get<{ items: Colleague[] }>(`/api/staff?organ=${organ}`)).items,
  });
  return (
    <>
      <div className="panel">
        <OrganField
          id="staff-organ"
          label={t(texts.organ)}
          hint={t(texts.organHint)}
          near={own.level === 'national' ? undefined : own.divisionCode}
          error={undefined}
          value={organ}
          onChange={setOrgan}
        />
      </div>
      <Loaded query={query}>
        {(staff) => (
          <div className="panel">
            <p className="hint">{t(texts.only)}</p>
            <StaffTable staff={staff} me={me} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function StaffTable({ staff, me }: { staff: Colleague[]; me: Me }) {
  const t = useText();
  const { act, busy, problem } = useAct();
  const [suspending, setSuspending] = useState<Colleague>();
  const [narrowing, setNarrowing] = useState<Colleague>();
  if (staff.length === 0) return <Empty description={t(texts.empty)} />;
  const restore = (one: Colleague) => void act(() => api.remove(`/api/staff/${one.accountId}/suspension`));
  const acts = (one: Colleague) => {
    if (one.accountId === me.accountId) return t(texts.own);
    const { staffNo } = one;
    return (
      <Space>
        {one.suspended ? (
          <Button
            size="small"
            loading={busy}
            aria-label={t(texts.restoreOne, { staffNo })}
            onClick={() => restore(one)}
          >
            {t(texts.restore)}
          </Button>
        ) : (
          <Button size="small" danger aria-label={t(texts.suspendOne, { staffNo })} onClick={() => setSuspending(one)}>
            {t(texts.suspend)}
          </Button>
        )}
        <Button size="small" aria-label={t(texts.narrowOne, { staffNo })} onClick={() => setNarrowing(one)}>
          {t(texts.narrow)}
        </Button>
      </Space>
    );
  };
  return (
    <>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <ListTable<Colleague>
        label={t(texts.table)}
        rowKey="accountId"
        size="small"
        dataSource={staff}
        columns={[
          { title: t(texts.staffNo), dataIndex: 'staffNo' },
          { title: t(texts.roles), render: (_, one) => <Roles of={one} /> },
          { title: t(texts.status), render: (_, one) => <Status of={one} /> },
          { title: t(texts.act), render: (_, one) => acts(one) },
        ]}
      />
      {suspending && <SuspendDialog colleague={suspending} onClose={() => setSuspending(undefined)} />}
      {narrowing && <WithdrawRolesDialog colleague={narrowing} onClose={() => setNarrowing(undefined)} />}
    </>
  );
}

function Roles({ of: { roles, withdrawnRoles } }: { of: Colleague }) {
  const t = useText();
  const named = (some: Colleague['roles']) => some.map((role) => t(staffRoleLabels[role])).join(t(texts.and));
  return (
    <>
      {named(roles)}
      {withdrawnRoles.length > 0 && (
        <div className="second-line">{t(texts.withdrawn, { roles: named(withdrawnRoles) })}</div>
      )}
    </>
  );
}

function Status({ of: { suspended, suspension } }: { of: Colleague }) {
  const t = useText();
  const time = useTime();
  if (!suspended) return t(texts.active);
  return (
    <>
      <ToneTag tone="bad">{t(texts.suspended)}</ToneTag>
      {suspension && <div className="second-line">{t(texts.why, { ...suspension, time: time(suspension.since) })}</div>}
    </>
  );
}
