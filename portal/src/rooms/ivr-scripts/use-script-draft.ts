import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, versionOf } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import { drawable, type ScriptDocument } from './document';
import { begun, changed, type DraftHistory, redone, undone } from './draft-history';
import { oneScript, type Script } from './ivr-scripts-queries';

const KEY = 'seatline.ivr-draft';

/** What somebody works on. */
interface Work {
  history: DraftHistory<unknown>;
  /** What was saved last, as text. */
  saved: string;
  etag: string;
}

export interface ScriptDraft {
  /** The document as it is now; not always one that can be drawn. */
  document: unknown;
  drawn: ScriptDocument | null;
  /** The same as text, which tells one from another. */
  text: string;
  isDirty: boolean;
  wasRestored: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** @param about changes of the same thing that follow each other are undone together */
  change: (next: unknown, about?: string) => void;
  undo: () => void;
  redo: () => void;
  discard: () => void;
  /** Keeps nothing of what is not saved: the page is left. */
  forget: () => void;
  save: () => Promise<{ data: Script; etag: string }>;
  isSaving: boolean;
  saveError: unknown;
  /** What somebody else saved meanwhile; null where nobody did. */
  theirs: { document: unknown; etag: string } | null;
  takeTheirs: () => void;
  /** The next save replaces what they saved. */
  takeMine: () => void;
  /** The version to send in `If-Match`. */
  etag: string;
  /** After something else than the draft was changed here. */
  adopt: (answer: { data: Script; etag: string }) => void;
}

/** A script's draft while it is worked on. This tab keeps what is not saved: a reload or an ended session costs nothing. */
export function useScriptDraft(id: string, stored: unknown, storedEtag: string): ScriptDraft {
  const key = `${KEY}.${id}`;
  const [kept] = useState(() => keptDraft(key));
  const [work, setWork] = useState<Work>(() => ({
    history: kept ? changed(begun(stored), kept.document) : begun(stored),
    saved: textOf(stored),
    etag: kept?.etag ?? storedEtag,
  }));
  const [seen, setSeen] = useState(storedEtag);
  const [isRestored, setIsRestored] = useState(kept !== null);
  const [theirs, setTheirs] = useState<ScriptDraft['theirs']>(null);
  const { history, saved, etag } = work;
  const document = history.present;
  const text = useMemo(() => textOf(document), [document]);
  const drawn = useMemo(() => drawable(document), [document]);
  const isDirty = text !== saved;

  useEffect(() => {
    if (isDirty) sessionStorage.setItem(key, JSON.stringify({ etag, document }));
    else sessionStorage.removeItem(key);
  }, [key, isDirty, etag, document]);

  if (storedEtag !== seen) {
    setSeen(storedEtag);
    // somebody else saved, and nothing of ours is in the way; what was done here is known already
    if (storedEtag !== etag && !isDirty && theirs === null) setWork({ history: begun(stored), saved: textOf(stored), etag: storedEtag });
  }

  const saving = useMutation({
    mutationFn: (sent: { document: unknown; etag: string }) =>
      versionOf(api.PATCH('/v1/ivr-scripts/{id}', { params: { path: { id }, header: { 'If-Match': sent.etag } }, body: { draft: sent.document as never } })),
    onSuccess: ({ data, etag: next }, sent) => {
      setIsRestored(false);
      setWork((now) => ({ ...now, saved: textOf(sent.document), etag: next }));
      queries.setQueryData(oneScript(id).queryKey, { data, etag: next });
    },
    onError: async (error) => {
      if (!(error instanceof ProblemError && error.is('precondition_failed'))) return;
      const now = await queries.fetchQuery({ ...oneScript(id), staleTime: 0 });
      setTheirs({ document: now.data.draft, etag: now.etag });
    },
  });
  const put = useCallback((step: (history: DraftHistory<unknown>) => DraftHistory<unknown>) => setWork((now) => ({ ...now, history: step(now.history) })), []);
  const change = useCallback((next: unknown, about?: string) => put((now) => changed(now, next, about ?? null)), [put]);
  const undo = useCallback(() => put(undone), [put]);
  const redo = useCallback(() => put(redone), [put]);
  return {
    document, drawn, text, isDirty,
    wasRestored: isRestored && isDirty,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change, undo, redo,
    discard: () => {
      setIsRestored(false);
      change(JSON.parse(saved));
    },
    forget: () => sessionStorage.removeItem(key),
    save: () => saving.mutateAsync({ document, etag }),
    isSaving: saving.isPending,
    saveError: theirs === null ? saving.error : null,
    theirs,
    takeTheirs: () => {
      if (theirs) setWork({ history: changed(history, theirs.document), saved: textOf(theirs.document), etag: theirs.etag });
      setTheirs(null);
    },
    takeMine: () => {
      if (theirs) setWork({ ...work, saved: textOf(theirs.document), etag: theirs.etag });
      setTheirs(null);
    },
    etag,
    adopt: (answer) => {
      setWork((now) => ({ ...now, etag: answer.etag }));
      queries.setQueryData(oneScript(id).queryKey, answer);
    },
  };
}

function textOf(document: unknown): string {
  return JSON.stringify(document) ?? 'null';
}

function keptDraft(key: string): { etag: string; document: unknown } | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as { etag: string; document: unknown } | null;
  } catch {
    return null;
  }
}
