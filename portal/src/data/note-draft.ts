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

interface Content {
  text: string;
  /** The wrap-up code, null for none. */
  code: string | null;
}

export interface NoteState extends Content {
  /** `kept`: not with the API yet, which cannot be reached; `refused`: it says no. */
  status: 'loading' | 'saved' | 'unsaved' | 'saving' | 'kept' | 'refused';
  reason: string;
}

/**
 * What an agent writes about one call. It goes to the API when the writing pauses; until it is there, this tab's storage
 * holds it, so that a reload or a lost connection costs nothing. Apart from the page: one may leave it while it is saved.
 */
export class NoteDraft {
  readonly state = createStore<NoteState>({ text: '', code: null, status: 'loading', reason: '' });
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
    else this.change(JSON.parse(kept) as Content);
  }

  write(text: string): void {
    this.change({ ...this.content(), text });
  }

  /** At once: it takes no typing. */
  choose(code: string | null): void {
    this.change({ ...this.content(), code });
    void this.flush();
  }

  private content(): Content {
    const { text, code } = this.state.get();
    return { text, code };
  }

  private change(content: Content): void {
    sessionStorage.setItem(this.key, JSON.stringify(content));
    this.state.set({ ...content, status: 'unsaved', reason: '' });
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
    const note = answer?.notes.find(({ agent }) => agent === this.agent);
    this.state.set({ text: note?.text ?? '', code: note?.wrap_up_code ?? null, status: 'saved', reason: '' });
  }

  private async send(leaving: boolean): Promise<void> {
    const { status, reason: _, ...content } = this.state.get();
    if (status !== 'unsaved' && status !== 'kept') return;
    if (authorNow() !== this.author) return this.later(RETRY_MS);
    this.state.set({ ...content, status: 'saving', reason: '' });
    try {
      const body = { ...(content.text !== '' && { text: content.text }), wrap_up_code: content.code };
      await answerOf(api.PUT('/v1/calls/{uuid}/notes', { params: { path: { uuid: this.callUuid } }, body, keepalive: leaving }));
      if (!this.isStill(content)) return;
      sessionStorage.removeItem(this.key);
      this.state.set({ ...content, status: 'saved', reason: '' });
    } catch (error) {
      this.failed(content, error);
    }
  }

  private failed(content: Content, error: unknown): void {
    if (!this.isStill(content)) return;
    const refused = error instanceof ProblemError && REFUSALS.some((code) => error.is(code));
    if (refused) return this.state.set({ ...content, status: 'refused', reason: error.problem.errors?.[0]?.rule ?? error.message });
    this.state.set({ ...content, status: 'kept', reason: '' });
    this.later(RETRY_MS);
  }

  /** Whether nobody has written or chosen anything since. */
  private isStill({ text, code }: Content): boolean {
    const now = this.state.get();
    return now.text === text && now.code === code;
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
