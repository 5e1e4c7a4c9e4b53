import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '@beian/contracts/drafts.ts';
import { api, ApiProblem } from '@beian/ui/session/api.ts';
import { emptyForm, RegistrationForm, type Step } from './registration-form.ts';

export type SaveState = 'clean' | 'saving' | 'saved' | 'failed' | 'conflict';
type Loaded = { form: RegistrationForm; step: Step };

const pauseMs = 800;

/**
 * Keeps a form as a draft (I14): loaded once, saved a moment after each change. `conflict`: another window saved it meanwhile, and
 * somebody has to say which to keep. A failure keeps everything on the page and is tried again with the next change.
 */
export function useDraft(id: string) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [loadError, setLoadError] = useState<unknown>();
  const [state, setState] = useState<SaveState>('clean');
  const [savedAt, setSavedAt] = useState<string>();
  const revision = useRef<number>(undefined);
  const timer = useRef<number>(undefined);
  const pending = useRef<Loaded>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const load = useCallback(async () => {
    setLoadError(undefined);
    try {
      const draft = await api.get<Draft>(`/api/drafts/${id}`);
      revision.current = draft.revision;
      setLoaded({ form: RegistrationForm.parse(draft.content), step: draft.step as Step });
      setSavedAt(draft.updatedAt);
    } catch (error) {
      if (error instanceof ApiProblem && error.details?.status === 404) {
        revision.current = undefined;
        setLoaded({ form: emptyForm(), step: 'unit' });
      } else setLoadError(error);
    }
  }, [id]);
  useEffect(() => void load(), [load]);

  const write = useCallback(
    async ({ form, step }: Loaded) => {
      setState('saving');
      const title = form.system.name || form.unit.name;
      const baseRevision = revision.current;
      const body = { kind: 'registration', title, step, content: form, ...(baseRevision ? { baseRevision } : {}) };
      try {
        const draft = await api.put<Draft>(`/api/drafts/${id}`, body);
        revision.current = draft.revision;
        setSavedAt(draft.updatedAt);
        setState('saved');
      } catch (error) {
        setState(error instanceof ApiProblem && error.code === 'draft.stale' ? 'conflict' : 'failed');
      }
    },
    [id],
  );

  /** Saves what is still waiting, now; one save after another. */
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const next = pending.current;
    pending.current = undefined;
    const before = saving.current;
    const run = async () => {
      await before;
      if (next) await write(next);
    };
    saving.current = run();
    await saving.current;
  }, [write]);

  const save = useCallback(
    (next: Loaded) => {
      pending.current = next;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  /** Keeps what is on this page, over what another window saved. */
  const keepMine = useCallback(
    async (mine: Loaded) => {
      revision.current = (await api.get<Draft>(`/api/drafts/${id}`)).revision;
      await write(mine);
    },
    [id, write],
  );

  /** Nothing more is saved: the draft has become an application. */
  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    pending.current = undefined;
  }, []);

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      void flush();
    };
  }, [flush]);

  return { loaded, loadError, state, savedAt, load, save, flush, keepMine, forget };
}
