import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Draft } from '@beian/contracts/drafts.ts';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';
import { signedInChannel } from '@beian/ui/session/session.tsx';

/** `signed-out`: not saved, for the session is over. It stays until a save succeeds. */
export type SaveState = 'clean' | 'saving' | 'saved' | 'failed' | 'signed-out' | 'conflict';
const whileSaving = (before: SaveState): SaveState => (before === 'signed-out' ? before : 'saving');
type Loaded<Form> = { form: Form; step: string };
/** What the draft of a business is. Must be the same object from render to render. */
export type DraftOf<Form> = {
  kind: ApplicationKind;
  /** Reads what a draft holds, however old or damaged. */
  schema: z.ZodType<Form>;
  empty: () => Form;
  /** What its owner recognises it by; no personal data. */
  titleOf: (form: Form) => string;
  firstStep: string;
};

const pauseMs = 800;
const retryMs = 5000;

/**
 * Keeps a form as a draft (I14): loaded once, saved a moment after each change. `conflict`: another window saved it meanwhile, and
 * somebody has to say which to keep. A failure keeps everything on the page and is tried again: with the next change, when the network is back, and
 * every few seconds; leaving the page meanwhile is asked about. When the session was over it is saved once its owner has signed in again, and
 * never into the drafts of somebody else who has.
 */
export function useDraft<Form extends object>(id: string, of: DraftOf<Form>) {
  const [loaded, setLoaded] = useState<Loaded<Form>>();
  const [loadError, setLoadError] = useState<unknown>();
  const [state, setState] = useState<SaveState>('clean');
  const [savedAt, setSavedAt] = useState<string>();
  const revision = useRef<number>(undefined);
  const timer = useRef<number>(undefined);
  const pending = useRef<Loaded<Form>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const gone = useRef(false);
  const unsaved = useRef(false);
  const signedOut = useRef(false);
  const owner = useRef<string>(undefined);
  const queries = useQueryClient();

  const load = useCallback(async () => {
    setLoadError(undefined);
    owner.current = queries.getQueryData<Me | null>(['me'])?.accountId;
    try {
      const draft = await api.get<Draft>(`/api/drafts/${id}`);
      revision.current = draft.revision;
      setLoaded({ form: of.schema.parse(draft.content), step: draft.step });
      setSavedAt(draft.updatedAt);
    } catch (error) {
      if (error instanceof ApiProblem && error.details?.status === 404) {
        revision.current = undefined;
        setLoaded({ form: of.empty(), step: of.firstStep });
      } else setLoadError(error);
    }
  }, [id, of, queries]);
  useEffect(() => void load(), [load]);

  /** Whether a session is that of who began, after one that was over. */
  const isOwners = async (): Promise<boolean> => {
    const now = await api.get<Me>('/api/me').catch(() => undefined);
    return now !== undefined && now.accountId === owner.current;
  };

  const write = useCallback(
    async ({ form, step }: Loaded<Form>): Promise<SaveState> => {
      setState(whileSaving);
      const baseRevision = revision.current;
      const body = {
        kind: of.kind,
        title: of.titleOf(form),
        step,
        content: form,
        ...(baseRevision ? { baseRevision } : {}),
      };
      try {
        const draft = await api.keep<Draft>(`/api/drafts/${id}`, body);
        revision.current = draft.revision;
        setSavedAt(draft.updatedAt);
        // What was typed meanwhile is not saved yet.
        if (pending.current === undefined) setState('saved');
        return 'saved';
      } catch (error) {
        const details = error instanceof ApiProblem ? error.details : undefined;
        const came = details?.code === 'draft.stale' ? 'conflict' : details?.status === 401 ? 'signed-out' : 'failed';
        setState(came);
        return came;
      }
    },
    [id, of],
  );

  /** Saves what is still waiting, now; one save after another. */
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const next = pending.current;
    pending.current = undefined;
    const before = saving.current;
    const run = async () => {
      await before;
      if (!next) return;
      const came = signedOut.current && !(await isOwners()) ? 'signed-out' : await write(next);
      signedOut.current = came === 'signed-out';
      unsaved.current = came === 'failed' || came === 'signed-out';
      if (!unsaved.current) return;
      // What was typed meanwhile is newer.
      pending.current ??= next;
      if (!gone.current) timer.current = window.setTimeout(() => void flush(), retryMs);
    };
    saving.current = run();
    await saving.current;
  }, [write]);

  const save = useCallback(
    (next: Loaded<Form>) => {
      pending.current = next;
      // What is typed but not yet sent is not saved, and must not read so.
      setState(whileSaving);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  /** Keeps what is on this page, over what another window saved. */
  const keepMine = useCallback(
    async (mine: Loaded<Form>) => {
      revision.current = (await api.get<Draft>(`/api/drafts/${id}`)).revision;
      await write(mine);
    },
    [id, write],
  );

  /** Nothing more is saved: the draft has become an application. */
  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    pending.current = undefined;
    unsaved.current = false;
  }, []);

  useEffect(() => {
    gone.current = false;
    const now = () => void flush();
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener('pagehide', now);
    window.addEventListener('online', now);
    const signedIn = new BroadcastChannel(signedInChannel);
    signedIn.addEventListener('message', now);
    window.addEventListener('beforeunload', ask);
    return () => {
      gone.current = true;
      window.removeEventListener('pagehide', now);
      window.removeEventListener('online', now);
      signedIn.close();
      window.removeEventListener('beforeunload', ask);
      void flush();
    };
  }, [flush]);

  return { loaded, loadError, state, savedAt, load, save, flush, keepMine, forget };
}
