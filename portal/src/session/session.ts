import type { Permission, Schemas } from '../api/types';
import { ProblemError, UNREACHABLE, type Problem } from '../api/problem';
import { queries } from '../api/queries';
import { currentLanguage } from '../texts/language';
import { enteredTenant } from './entered-tenant';
import { createStore } from '../state/store';

export type Me = Schemas['MeDto'];
type Tokens = Schemas['SignInAnswerDto'];
export type SignIn = Schemas['SignInDto'];

export type SessionState =
  /** `returned`: from the identity provider. */
  | { status: 'starting' | 'signed-out' | 'unreachable' | 'returned' }
  /** `ended`: not by this person's own sign-out. */
  | { status: 'ended' }
  | { status: 'second-factor'; challenge: string }
  /** From the mail for a forgotten password; `token` is empty where the page was opened without one. */
  | { status: 'reset'; token: string }
  | { status: 'signed-in'; me: Me };

/** Where an identity provider sends the browser back to: the path of OIDC_REDIRECT_URL. */
const RETURN_PATH = '/sign-in/oidc';
/** Where the mail for a forgotten password leads to: the path of PASSWORD_RESET_URL. */
const RESET_PATH = '/password-reset';
/** Refreshed so long before it ends, as it has to arrive while it is good. */
const SPARE_MS = 30_000;
/** Tells the other tabs who comes and goes; they share the cookie. */
const CHANNEL = 'seatline.session';

/**
 * Who is signed in. The access token is kept in this page's memory alone, the refresh token in a cookie that no script
 * can read; after a reload the cookie gets the next one.
 */
class Session {
  readonly state = createStore<SessionState>({ status: 'starting' });
  /** Who was signed in last: what was fetched for him is for nobody else. */
  private lastId: string | null = null;
  private access: { token: string; until: number } | null = null;
  private refreshing: Promise<string | null> | null = null;
  private readonly tabs = new BroadcastChannel(CHANNEL);

  constructor() {
    this.tabs.onmessage = ({ data }) => {
      if (this.state.get().status === 'reset') return;
      if (data === 'signed-out') this.forget('signed-out');
      // whoever it is, this tab is his now as well
      if (data === 'signed-in') void this.start();
    };
    // another link, pasted over the one that is open
    addEventListener('hashchange', () => location.pathname === RESET_PATH && location.hash !== '' && this.beginReset());
  }

  async start(): Promise<void> {
    if (location.pathname === RESET_PATH) return this.beginReset();
    if (location.pathname === RETURN_PATH && location.search !== '') return this.state.set({ status: 'returned' });
    try {
      this.state.set({ status: 'starting' });
      if ((await this.refresh()) === null) this.forget('signed-out');
      else await this.learnWho();
    } catch {
      this.state.set({ status: 'unreachable' });
    }
  }

  /** Takes the token out of the address at once: nobody is to read it over a shoulder, nor find it in the history. */
  private beginReset(): void {
    const token = location.hash.slice(1);
    history.replaceState(null, '', RESET_PATH);
    this.state.set({ status: 'reset', token });
  }

  leaveReset(): void {
    history.replaceState(null, '', '/');
    void this.start();
  }

  /** @throws ProblemError */
  async signIn(body: SignIn): Promise<void> {
    await this.begin(await post<Tokens>('/v1/sign-in', { ...body, cookie: true }));
  }

  /** @throws ProblemError */
  async answerChallenge(challenge: string, code: string): Promise<void> {
    await this.begin(await post<Tokens>('/v1/sign-in/second-factor', { challenge, code, cookie: true }));
  }

  /** Goes on with tokens that another way of signing in got. */
  async begin(answer: Tokens): Promise<void> {
    if (answer.challenge !== undefined) return this.state.set({ status: 'second-factor', challenge: answer.challenge });
    this.keep(answer);
    await this.learnWho();
    this.tabs.postMessage('signed-in');
  }

  /** Asks again what this person may do, as it changes with a new password or a second factor. */
  async learnWho(): Promise<void> {
    const token = await this.token();
    const me = await send<Me>('/v1/me', { headers: { authorization: `Bearer ${token}` } });
    if (me.id !== this.lastId) queries.clear();
    this.lastId = me.id;
    if (me.kind === 'user') enteredTenant.set(null);
    this.state.set({ status: 'signed-in', me });
  }

  async signOut(): Promise<void> {
    const token = await this.token().catch(() => null);
    if (token) await post('/v1/sign-out', {}, token).catch(() => undefined);
    this.forget('signed-out');
    this.tabs.postMessage('signed-out');
  }

  /** The API no longer knows us. */
  over(): void {
    if (this.state.get().status === 'signed-in') this.forget('ended');
  }

  /** A token that is good for a while. @returns null when nobody is signed in */
  async token(): Promise<string | null> {
    if (!this.access) return null;
    if (Date.now() < this.access.until - SPARE_MS) return this.access.token;
    const token = await this.refresh();
    if (token === null) this.over();
    return token;
  }

  /** All who ask meanwhile wait for the same one. @throws ProblemError where the API cannot be reached */
  private refresh(): Promise<string | null> {
    this.refreshing ??= this.exchange().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async exchange(): Promise<string | null> {
    try {
      const tokens = await post<Tokens>('/v1/sign-in/refresh', { cookie: true });
      return this.isAnothers(tokens) ? null : this.keep(tokens);
    } catch (error) {
      if (error instanceof ProblemError && error.is('unauthenticated')) return null;
      throw error;
    }
  }

  /** Somebody else has signed in in another tab, and this page still is the person's before. */
  private isAnothers({ access_token: token = '' }: Tokens): boolean {
    const state = this.state.get();
    return state.status === 'signed-in' && state.me.id !== subjectOf(token);
  }

  private keep({ access_token: token = '', expires_in: seconds = 0 }: Tokens): string {
    this.access = { token, until: Date.now() + seconds * 1000 };
    return token;
  }

  private forget(status: 'signed-out' | 'ended'): void {
    this.access = null;
    enteredTenant.set(null);
    this.state.set({ status });
    queries.clear();
    // drafts, too; whose session has ended comes back to them
    if (status === 'signed-out') sessionStorage.clear();
  }
}

export const session = new Session();

/** Who is signed in; only where somebody is. */
export function signedIn(state: SessionState): Me {
  if (state.status !== 'signed-in') throw new Error('nobody is signed in');
  return state.me;
}

export function may(me: Me, permission: Permission | undefined): boolean {
  return permission === undefined || me.permissions.includes(permission);
}

/** Whose a token is (RFC 7519, section 4.1.2). */
function subjectOf(token: string): string {
  const [, claims = ''] = token.split('.');
  return (JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string }).sub;
}

function post<T>(path: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return send<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Not through the client, which asks the session for its token. */
async function send<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { ...(init.headers as Record<string, string>), 'accept-language': currentLanguage() };
  const response = await fetch(path, { ...init, headers }).catch(() => null);
  const body = await response?.json().catch(() => null) as unknown;
  if (!response?.ok) throw new ProblemError((body as Problem | null) ?? { ...UNREACHABLE, status: response?.status ?? 0 });
  return body as T;
}
