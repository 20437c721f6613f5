import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import { BearerTokens, type Holder } from '../../platform/auth/bearer-tokens';
import { type Principal, PrincipalSource } from '../../platform/auth/principal';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Config } from '../../platform/config/config';
import { snake } from '../../platform/database/snake-naming';
import { HandshakeLimit } from '../../platform/limits/handshake-limit';
import { toWire } from '../../platform/http/wire.interceptor';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { changeFor, type Viewer } from './domain/viewer';
import { FloorDto } from './live.dto';
import { isBefore, LiveHub, type StreamedChange } from './live-hub';
import { LiveService } from './live.service';

export const LIVE_PATH = '/v1/live/stream';

/** The subprotocol; a browser, which can set no header, sends its token as a second one: `bearer.<token>`. */
const PROTOCOL = 'seatline.live';
const PING_MS = 10_000;
/** As long as the time comes, a page knows that what it shows is from now. */
const TIME_MS = 1_000;
const CURSOR = /^\d{1,15}-\d{1,10}$/;

/** A client that reads slower than things change is cut off; it resumes by its cursor. */
const MOST_UNSENT_BYTES = 1_000_000;
/** Each is looked at every few seconds: a person has some tabs, and a key some screens. */
const MOST_OF_ONE = 50;
const TOO_MANY = '429 Too Many Requests';
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/** Who opened a socket, for which tenant, and what they may see of it. */
interface Visitor {
  tenantId: string;
  principal: Principal;
  viewer: Viewer;
}

/** How long a socket lives is the session's affair: the access token that opened it ends long before. */
interface Right {
  visitor: Visitor;
  /** Who they are now; null once they may no longer see what comes over it. */
  ask: () => Promise<Visitor | null>;
}

/**
 * The websockets' door: sets the tenant from the token, sends a snapshot (or what was missed since `?after=CURSOR`)
 * and then every change of that tenant. Each change carries the cursor to resume from; each second the time comes.
 */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, handleProtocols: () => PROTOCOL });
  private readonly alive = new WeakSet<WebSocket>();
  private readonly rights = new WeakMap<WebSocket, Right>();
  private pings: NodeJS.Timeout | undefined;
  private times: NodeJS.Timeout | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly tokens: BearerTokens,
    private readonly source: PrincipalSource,
    private readonly doors: HandshakeLimit,
    private readonly changes: RightsChanges,
    private readonly config: Config,
    private readonly hub: LiveHub,
    private readonly live: LiveService,
  ) {}

  onApplicationBootstrap(): void {
    this.changes.listen((subject) => this.lookAgain(subject));
    const server = this.http.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request, socket, head) => {
      this.upgrade(request, socket, head).catch(() => socket.destroy());
    });
    this.pings = setInterval(() => this.ping(), PING_MS);
    this.times = setInterval(() => this.tellTime(), TIME_MS);
  }

  /** Before the HTTP server closes, which waits for all its sockets. */
  beforeApplicationShutdown(): void {
    clearInterval(this.pings);
    clearInterval(this.times);
    for (const client of this.sockets.clients) client.close(GOING_AWAY, 'restarting');
    this.sockets.close();
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const [path, query] = (request.url ?? '').split('?', 2);
    if (path !== LIVE_PATH) return refuse(socket, '404 Not Found');
    if (!this.isOurPage(request)) return refuse(socket, '403 Forbidden');
    const address = this.addressOf(request);
    if (this.doors.isBlocked(address)) return refuse(socket, TOO_MANY);
    const wish = new URLSearchParams(query);
    const holder = await this.tokens.holderOf(tokenOf(request));
    const ask = async () => holder && (await this.visitorOf(holder, wish).catch(() => null));
    const visitor = await ask();
    if (!visitor) {
      await this.doors.countWrong(address);
      return refuse(socket, '401 Unauthorized');
    }
    if (this.socketsOf(visitor.principal) >= MOST_OF_ONE || (await this.doors.isTooMuch(visitor.principal))) return refuse(socket, TOO_MANY);
    const { tenantId } = visitor;
    const after = wish.get('after');
    this.sockets.handleUpgrade(request, socket, head, (client) => {
      this.rights.set(client, { visitor, ask });
      tenantContext.open({ tenantId }, () => void this.serve(client, tenantId, after).catch(() => client.terminate()));
    });
  }

  /** As the HTTP boundary sees it, behind the proxies that it trusts; Express knows by its own kind of request. */
  private addressOf(request: IncomingMessage): string {
    const { request: kind } = this.http.httpAdapter.getInstance<Express>();
    return (Object.setPrototypeOf(request, kind) as Request).ip ?? '';
  }

  private socketsOf({ id }: Principal): number {
    return [...this.sockets.clients].filter((client) => this.rights.get(client)?.visitor.principal.id === id).length;
  }

  /** A page of elsewhere may open no socket; a program, which names no origin, may. */
  private isOurPage({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    return origin.replace(/^https?:\/\//, '') === host || this.config.CORS_ORIGINS.split(',').includes(origin);
  }

  private async visitorOf(holder: Holder, wish: URLSearchParams): Promise<Visitor | null> {
    const principal = await holder();
    if (!principal?.permissions.includes('live:read')) return null;
    const tenantId = await this.tenantOf(principal, wish);
    if (tenantId === null) return null;
    return { tenantId, principal, viewer: await tenantContext.open({ tenantId }, () => this.live.viewer(principal)) };
  }

  private async tenantOf(principal: Principal, wish: URLSearchParams): Promise<string | null> {
    if (principal.tenantId) return principal.tenantId;
    const named = wish.get('tenant') ?? '';
    const entry = await this.source.entryOf(principal.id, named);
    return entry.tenant === 'known' && entry.grantId ? named : null;
  }

  private async serve(client: WebSocket, tenantId: string, after: string | null): Promise<void> {
    this.alive.add(client);
    client.on('pong', () => this.alive.add(client));
    client.on('error', () => client.terminate());
    const early: StreamedChange[] = [];
    let forward = (change: StreamedChange) => void early.push(change);
    client.on('close', this.hub.listen(tenantId, (change) => forward(change)));
    const sent = await this.begin(client, tenantId, after);
    forward = (change) => {
      if (isBefore(sent, change.cursor)) this.send(client, change);
    };
    early.forEach(forward);
  }

  /** @returns the cursor up to which the client knows everything. */
  private async begin(client: WebSocket, tenantId: string, after: string | null): Promise<string> {
    const missed = after !== null && CURSOR.test(after) ? await this.hub.since(tenantId, after) : null;
    if (missed && after !== null) {
      missed.forEach((change) => this.send(client, change));
      return missed.at(-1)?.cursor ?? after;
    }
    const floor = await this.live.floor(this.viewerOf(client));
    client.send(JSON.stringify({ type: 'snapshot', cursor: floor.cursor, floor: toWire(FloorDto, floor) }));
    return floor.cursor;
  }

  private send(client: WebSocket, { cursor, change }: StreamedChange): void {
    send(client, { cursor, change: changeFor(this.viewerOf(client), change) });
  }

  private viewerOf(client: WebSocket): Viewer {
    return this.rights.get(client)?.visitor.viewer ?? { seesNumbers: false, agent: null };
  }

  private tellTime(): void {
    const message = JSON.stringify({ type: 'now', at: new Date().toISOString() });
    for (const client of this.sockets.clients) if (client.bufferedAmount === 0) client.send(message);
  }

  private ping(): void {
    for (const client of this.sockets.clients) {
      if (!this.alive.delete(client)) client.terminate();
      else client.ping();
      void this.checkRights(client);
    }
  }

  /** Something about a person, a session, a key or a tenant was changed: do not wait for the next round. */
  private lookAgain(subject: string): void {
    for (const client of this.sockets.clients) {
      const visitor = this.rights.get(client)?.visitor;
      if (!visitor) continue;
      const { id, sessionId, grantId } = visitor.principal;
      if ([visitor.tenantId, id, sessionId, grantId].includes(subject)) void this.checkRights(client);
    }
  }

  /** A session that has ended, a key revoked, a user or tenant gone: the socket ends with them. */
  private async checkRights(client: WebSocket): Promise<void> {
    const right = this.rights.get(client);
    const now = await right?.ask();
    if (right && now?.tenantId === right.visitor.tenantId) right.visitor = now;
    else client.close(POLICY_VIOLATION, 'no longer allowed');
  }
}

function tokenOf(request: IncomingMessage): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  return header ?? protocols.find((each) => each.startsWith('bearer.'))?.slice('bearer.'.length) ?? '';
}

function send(client: WebSocket, { cursor, change }: StreamedChange): void {
  if (client.bufferedAmount > MOST_UNSENT_BYTES) client.close(TRY_AGAIN_LATER, 'reading too slowly');
  else client.send(JSON.stringify({ cursor, ...(snakeKeys(change) as object) }));
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
