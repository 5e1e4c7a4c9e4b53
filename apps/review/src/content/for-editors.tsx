import { Result } from 'antd';
import type { ReactNode } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { review } from '../frame/texts.ts';

export const mayEdit = (person: Me | null | undefined): boolean => person?.roles.includes('content_editor') ?? false;

/** A page for content editors: other staff read why not. */
export function ForEditors({ children }: { children: ReactNode }) {
  const t = useText();
  const me = useMe();
  return (
    <Loaded query={me}>
      {(person) =>
        mayEdit(person) ? (
          children
        ) : (
          <Result status="403" title={<h1 style={{ fontSize: '1.625rem' }}>{t(review.noEditing)}</h1>} />
        )
      }
    </Loaded>
  );
}
