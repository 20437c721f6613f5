import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { session } from '../session/session';
import { createStore } from '../state/store';

export const LONGEST_NOTE = 2000;
const PAUSE_MS = 700;
const RETRY_MS = 3_000;
/** What the API will not say otherwise to, asked again. */
const REFUSALS = ['forbidden', 'not_found', 'conflict', 'invalid_request'] as const;
const KEY = 'seatline.note';

export interface NoteState {
  text: string;
  /** `kept`: not with the API yet, which cannot be reached; `refused`: it says no. */
  status: 'loading' | 'saved' | 'unsaved' | 'saving' | 'kept' | 'refused';
  reason: string;
}

/**
 * What an agent writes about one call. It goes to the API when the writing pauses; until it is there, this tab's storage
 * holds it, so that a reload or a lost connection costs nothing. Apart from the page: one may leave it while it is saved.
 */
export class NoteDraft {
  readonly state = createStore<NoteState>({ text: '', status: 'loading', reason: '' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> = Promise.resolve();

  /** Under which this tab keeps what is not saved: whoever signs in next in it is another author. */
  private readonly key: string;

  constructor(
    private readonly author: string,
    private readonly callUuid: string,
    private readonly agent: string,
  ) {
    this.key = `${KEY} ${author} ${callUuid}`;
    const kept = sessionStorage.getItem(this.key);
    if (kept === null) void this.read();
    else this.write(kept);
  }

  write(text: string): void {
    sessionStorage.setItem(this.key, text);
    this.state.set({ text, status: 'unsaved', reason: '' });
    this.later(PAUSE_MS);
  }

  /** Sends what is not there yet, one after the other. @param leaving the page goes away and cannot wait */
  flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    const { status } = this.state.get();
    if (status === 'unsaved' || status === 'kept') this.sending = this.sending.then(() => this.send(leaving));
    return this.sending;
  }

  /** Nobody writes any more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async read(): Promise<void> {
    const path = { uuid: this.callUuid };
    const answer = await answerOf(api.GET('/v1/calls/{uuid}/notes', { params: { path } })).catch(() => null);
    // what was written meanwhile is younger
    if (this.state.get().status !== 'loading') return;
    const text = answer?.notes.find(({ agent }) => agent === this.agent)?.text ?? '';
    this.state.set({ text, status: 'saved', reason: '' });
  }

  private async send(leaving: boolean): Promise<void> {
    const { text, status } = this.state.get();
    if (status !== 'unsaved' && status !== 'kept') return;
    if (authorNow() !== this.author) return this.later(RETRY_MS);
    this.state.set({ text, status: 'saving', reason: '' });
    try {
      const body = text === '' ? {} : { text };
      await answerOf(api.PUT('/v1/calls/{uuid}/notes', { params: { path: { uuid: this.callUuid } }, body, keepalive: leaving }));
      if (this.state.get().text !== text) return;
      sessionStorage.removeItem(this.key);
      this.state.set({ text, status: 'saved', reason: '' });
    } catch (error) {
      this.failed(text, error);
    }
  }

  private failed(text: string, error: unknown): void {
    if (this.state.get().text !== text) return;
    const refused = error instanceof ProblemError && REFUSALS.some((code) => error.is(code));
    if (refused) return this.state.set({ text, status: 'refused', reason: error.message });
    this.state.set({ text, status: 'kept', reason: '' });
    this.later(RETRY_MS);
  }
}

const drafts = new Map<string, NoteDraft>();
addEventListener('pagehide', () => drafts.forEach((draft) => void draft.flush(true)));
addEventListener('online', () => drafts.forEach((draft) => void draft.flush()));

// his own sign-out ends his drafts; a session that ended by itself leaves them for when he comes back
session.state.subscribe(() => {
  if (session.state.get().status !== 'signed-out') return;
  drafts.forEach((draft) => draft.stop());
  drafts.clear();
});

function authorNow(): string | null {
  const state = session.state.get();
  return state.status === 'signed-in' ? state.me.id : null;
}

/** The one draft of a call. @param agent the agent's own number */
export function noteDraft(callUuid: string, agent: string): NoteDraft {
  const author = authorNow() ?? '';
  const draft = drafts.get(`${author} ${callUuid}`) ?? new NoteDraft(author, callUuid, agent);
  drafts.set(`${author} ${callUuid}`, draft);
  return draft;
}
