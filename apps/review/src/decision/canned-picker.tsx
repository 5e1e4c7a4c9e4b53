import { useQuery } from '@tanstack/react-query';
import type { CannedText } from '@beian/contracts/canned-texts.ts';
import type { ApplicationKind, CannedUse } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';

/** 常用语 (I11): picking one fills in the fields; it is never sent by itself. */
export function CannedPicker(props: {
  id: string;
  label: string;
  hint?: string;
  kind: ApplicationKind;
  use: CannedUse;
  fits: (canned: CannedText) => boolean;
  onPick: (canned: CannedText) => void;
}) {
  const { id, label, hint, kind, use, fits, onPick } = props;
  const query = useQuery({
    queryKey: ['canned-texts', kind, use],
    queryFn: async () =>
      (await api.get<{ items: CannedText[] }>(`/api/review/canned-texts?${queryOf({ kind, use })}`)).items,
    staleTime: 60_000,
  });
  const offered = (query.data ?? []).filter(fits);
  return (
    <ChoiceField<string>
      id={id}
      label={label}
      hint={hint}
      value={undefined}
      options={offered.map((canned) => ({ value: canned.id, label: canned.text }))}
      onChange={(chosen) => {
        const canned = offered.find((one) => one.id === chosen);
        if (canned) onPick(canned);
      }}
    />
  );
}
