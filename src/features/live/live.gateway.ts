import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type WebSocket, WebSocketServer } from 'ws';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { LiveDoor } from './live-door';
import { LiveStream } from './live-stream';
import type { Right } from './live-visitors';

export const LIVE_PATH = '/v1/live/stream';

/** The subprotocol; a browser, which can set no header, sends its token as a second one: `bearer.<token>`. */
const PROTOCOL = 'seatline.live';
const PING_MS = 10_000;
/** As long as the time comes, a page knows that what it shows is from now. */
const TIME_MS = 1_000;

const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/**
 * Holds the open sockets: of whom the door lets in, told by the stream, each closed as soon as its visitor may no longer
 * see the tenant. The tenant is set from the token. Each second the time comes.
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
    private readonly changes: RightsChanges,
    private readonly door: LiveDoor,
    private readonly stream: LiveStream,
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
    const wish = new URLSearchParams(query);
    const admission = await this.door.admit(request, wish, (principalId) => this.openOf(principalId));
    if ('refused' in admission) return refuse(socket, admission.refused);
    this.sockets.handleUpgrade(request, socket, head, (client) => this.begin(client, admission.right, wish.get('after')));
  }

  private begin(client: WebSocket, right: Right, after: string | null): void {
    const { tenantId } = right.visitor;
    this.rights.set(client, right);
    this.alive.add(client);
    client.on('pong', () => this.alive.add(client));
    client.on('error', () => client.terminate());
    const serve = () => this.stream.serve(client, tenantId, () => right.visitor.viewer, after);
    tenantContext.open({ tenantId }, () => void serve().catch(() => client.terminate()));
  }

  private openOf(principalId: string): number {
    return [...this.sockets.clients].filter((client) => this.rights.get(client)?.visitor.principal.id === principalId).length;
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

  /** Something about a person, a session, a key, a grant or a tenant was changed: do not wait for the next round. */
  private lookAgain(subject: string): void {
    for (const client of this.sockets.clients) {
      const visitor = this.rights.get(client)?.visitor;
      if (!visitor) continue;
      const { id, sessionId } = visitor.principal;
      if ([visitor.tenantId, visitor.grantId, id, sessionId].includes(subject)) void this.checkRights(client);
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

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
