import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence } from '@beian/contracts/absences.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import { staffRoleLabels } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { texts } from './texts.ts';

/** The staff of an organ who can be given tasks; of the own organ unless another is named. */
export function useDeciders(organ: string | undefined) {
  const me = useMe();
  const other = organ === me.data?.organ?.code ? undefined : organ;
  return useQuery({
    queryKey: ['staff', other],
    queryFn: async () => {
      const { items } = await api.get<{ items: Colleague[] }>(`/api/staff?${queryOf({ organ: other })}`);
      return items.filter(
        ({ roles, suspended }) => !suspended && roles.some((role) => role === 'reviewer' || role === 'senior_reviewer'),
      );
    },
  });
}

/** Chooses whom to assign to; who is absent is marked with who covers. */
export function AssignDialog(props: {
  organ: string | undefined;
  onClose: () => void;
  onAssign: (accountId: string) => Promise<void>;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<string>();
  const deciders = useDeciders(props.organ);
  const absences = useQuery({
    queryKey: ['absences'],
    queryFn: async () => (await api.get<{ items: Absence[] }>('/api/review/absences')).items,
  });
  const nameOf = ({ accountId, staffNo, roles }: Colleague): string => {
    const away = absences.data?.find((absence) => absence.current && absence.absent.accountId === accountId);
    const known = `${staffNo}(${roles.map((role) => t(staffRoleLabels[role])).join('、')})`;
    return away ? `${known}${t(texts.absent, { staffNo: away.cover.staffNo })}` : known;
  };
  return (
    <Dialog
      title={t(texts.assign)}
      ok={t(texts.assign)}
      disabled={chosen === undefined}
      onOk={() => chosen && void props.onAssign(chosen)}
      onClose={props.onClose}
    >
      {deciders.error && <ProblemAlert error={deciders.error} />}
      {deciders.data?.length === 0 ? (
        <p>{t(texts.noColleagues)}</p>
      ) : (
        <ChoiceField
          id="assign-to"
          label={t(texts.assignTo)}
          value={chosen}
          options={(deciders.data ?? []).map((one) => ({ value: one.accountId, label: nameOf(one) }))}
          onChange={setChosen}
        />
      )}
    </Dialog>
  );
}
