import { useState } from 'react';
import type { Application } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels, unlockedBy } from '@beian/contracts/correctable-fields.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { CorrectionShell } from '../applications/correction-shell.tsx';
import { idOf } from './appeal-fields.tsx';
import { EvidenceFields } from './evidence-fields.tsx';

/** 补正 of an appeal: its words or its evidence, as the notice cites them. New evidence takes the place of the old. */
export function AppealCorrection({ application }: { application: Application }) {
  const t = useText();
  const [description, setDescription] = useState(application.appeal?.description ?? '');
  const [evidence, setEvidence] = useState<StoredDocument[]>([]);
  const { appeal: unlocked } = unlockedBy((application.correction?.notice ?? []).map((entry) => entry.field));
  const appeal = {
    ...(unlocked.includes('description') ? { description: description.trim() } : {}),
    ...(unlocked.includes('evidenceIds') && evidence.length > 0 ? { evidenceIds: evidence.map(({ id }) => id) } : {}),
  };
  return (
    <CorrectionShell application={application} corrected={{ appeal }} idOf={idOf}>
      {(errorOf) => (
        <>
          {unlocked.includes('description') && (
            <TextField
              id={idOf('description')}
              label={t(labels['appeal.description'])}
              error={errorOf('appeal.description')}
              rows={6}
              maxLength={2000}
              value={description}
              onChange={setDescription}
            />
          )}
          {unlocked.includes('evidenceIds') && (
            <EvidenceFields
              value={evidence}
              errorOf={(path) => errorOf(`appeal.evidenceIds${path}`)}
              onChange={setEvidence}
            />
          )}
        </>
      )}
    </CorrectionShell>
  );
}
