import { enteredTenant } from '../session/entered-tenant';
import { session } from '../session/session';
import { createStore } from '../state/store';
import type { LiveMessage } from './messages';
import { WrapUpEnds } from './wrap-up-ends';

export type ConnectionState =
  | { status: 'closed' | 'open' }
  /** `since`: when what is shown was last known to be true, in milliseconds of the epoch; null before the first picture. */
  | { status: 'connecting'; since: number | null };

const PROTOCOL = 'seatline.live';
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 8_000;
/** The server says the time each second. Silence for longer, and what is shown is no longer from now … */
const SILENCE_MS = 2_000;
/** … and for longer still, the connection is dead without knowing it. */
const DEAD_MS = 6_000;
/** Clocks that are nearly alike are not corrected: the way here takes some milliseconds, too. */
const CLOCKS_AGREE_MS = 500;

type Listener = (message: LiveMessage) => void;

/**
 * The page's one websocket: open while somebody listens, resumed by cursor after a loss, so that nothing is missed and
 * nothing told twice.
 */
class LiveConnection {
  readonly state = createStore<ConnectionState>({ status: 'closed' });
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  readonly clockLead = createStore(0);
  private readonly listeners = new Set<Listener>();
  private readonly overhearing = new Set<Listener>();
  private readonly ends = new WrapUpEnds((message) => this.tell(message));
  private socket: WebSocket | null = null;
  private cursor: string | null = null;
  private heardAt: number | null = null;
  private retryMs = FIRST_RETRY_MS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor() {
    enteredTenant.subscribe(() => this.restart());
    session.state.subscribe(() => this.restart());
    addEventListener('online', () => this.hurry());
  }

  /** @returns how to stop */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.restart();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  /** Is told what comes while somebody listens, and opens nothing for it. @returns how to stop */
  overhear(listener: Listener): () => void {
    this.overhearing.add(listener);
    return () => void this.overhearing.delete(listener);
  }

  /** From a new picture: another tenant's cursor is of no use. */
  private restart(): void {
    this.close();
    if (this.listeners.size > 0 && session.state.get().status === 'signed-in') void this.open();
  }

  private close(): void {
    clearTimeout(this.retry);
    clearInterval(this.watch);
    const { socket } = this;
    [this.socket, this.cursor, this.heardAt] = [null, null, null];
    this.ends.forget();
    socket?.close();
    this.state.set({ status: 'closed' });
  }

  private async open(): Promise<void> {
    this.state.set({ status: 'connecting', since: this.heardAt });
    const token = await session.token().catch(() => null);
    if (token === null) return this.later();
    const socket = new WebSocket(this.address(), [PROTOCOL, `bearer.${token}`]);
    this.socket?.close();
    this.socket = socket;
    socket.onmessage = ({ data }) => socket === this.socket && this.hear(JSON.parse(String(data)) as LiveMessage);
    socket.onclose = () => socket === this.socket && this.lost();
    clearInterval(this.watch);
    this.watch = setInterval(() => this.mindSilence(), 500);
  }

  private address(): string {
    const tenant = enteredTenant.get()?.id;
    const query = new URLSearchParams({ ...(this.cursor && { after: this.cursor }), ...(tenant && { tenant }) });
    return `${location.origin.replace(/^http/, 'ws')}/v1/live/stream?${query}`;
  }

  private hear(message: LiveMessage): void {
    this.heardAt = Date.now();
    if (message.type === 'now') this.setClock(Date.parse(message.at));
    else this.cursor = message.cursor ?? this.cursor;
    this.retryMs = FIRST_RETRY_MS;
    if (this.state.get().status !== 'open') this.state.set({ status: 'open' });
    this.tell(message);
    this.ends.mind(message, this.clockLead.get());
  }

  private tell(message: LiveMessage): void {
    this.listeners.forEach((listener) => listener(message));
    this.overhearing.forEach((listener) => listener(message));
  }

  private setClock(serverNow: number): void {
    const lead = serverNow - Date.now();
    this.clockLead.set(Math.abs(lead) < CLOCKS_AGREE_MS ? 0 : Math.round(lead / 1000) * 1000);
  }

  private mindSilence(): void {
    if (this.heardAt === null || !this.socket) return;
    const silence = Date.now() - this.heardAt;
    if (silence > SILENCE_MS && this.state.get().status === 'open') this.state.set({ status: 'connecting', since: this.heardAt });
    if (silence > DEAD_MS) {
      this.socket.close();
      this.lost();
    }
  }

  private lost(): void {
    this.socket = null;
    clearInterval(this.watch);
    this.state.set({ status: 'connecting', since: this.heardAt });
    this.later();
  }

  /** With chance, so that a thousand pages do not come back in the same moment. */
  private later(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.open(), this.retryMs * (0.5 + Math.random()));
    this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
  }

  private hurry(): void {
    if (this.state.get().status !== 'connecting' || this.socket) return;
    this.retryMs = FIRST_RETRY_MS;
    this.later();
  }
}

export const connection = new LiveConnection();
