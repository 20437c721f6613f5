import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request } from 'express';
import { AuditTrail } from '../../platform/audit/audit-trail';
import { Config } from '../../platform/config/config';
import { HandshakeLimit } from '../../platform/limits/handshake-limit';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { LiveVisitors, type Right, type Visitor } from './live-visitors';

/** Each is looked at every few seconds: a person has some tabs, and a key some screens. */
const MOST_OF_ONE = 50;
const TOO_MANY = '429 Too Many Requests';

/** Whoever is let in, or the status line of the refusal. */
export type Admission = { right: Right } | { refused: string };

/** Looks at each handshake as the HTTP boundary looks at a request, none of which it passes. */
@Injectable()
export class LiveDoor {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly config: Config,
    private readonly limits: HandshakeLimit,
    private readonly visitors: LiveVisitors,
    private readonly trail: AuditTrail,
  ) {}

  /** @param openOf how many sockets one person or key has open */
  async admit(request: IncomingMessage, wish: URLSearchParams, openOf: (principalId: string) => number): Promise<Admission> {
    if (!this.isOurPage(request)) return { refused: '403 Forbidden' };
    const address = this.addressOf(request);
    if (this.limits.isBlocked(address)) return { refused: TOO_MANY };
    const right = await this.visitors.rightOf(tokenOf(request), wish.get('tenant') ?? '');
    if (!right) {
      await this.limits.countWrong(address);
      return { refused: '401 Unauthorized' };
    }
    const { principal } = right.visitor;
    if (openOf(principal.id) >= MOST_OF_ONE || (await this.limits.isTooMuch(principal))) return { refused: TOO_MANY };
    await this.noteDown(right.visitor, address);
    return { right };
  }

  /** As for `GET /v1/live`: what cannot be written down is not shown. */
  private noteDown({ tenantId, grantId, principal: { kind, id, name } }: Visitor, address: string): Promise<void> {
    const event = { action: 'read', objectType: 'live', objectId: '*', detail: { asked: { stream: true } } };
    return tenantContext.open({ tenantId, actor: { kind, id, name, grantId, address } }, () => this.trail.record(event));
  }

  /** As the HTTP boundary sees it, behind the proxies that it trusts; Express knows by its own kind of request. */
  private addressOf(request: IncomingMessage): string {
    const { request: kind } = this.http.httpAdapter.getInstance<Express>();
    return (Object.setPrototypeOf(request, kind) as Request).ip ?? '';
  }

  /** A page of elsewhere may open no socket; a program, which names no origin, may. */
  private isOurPage({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    return origin.replace(/^https?:\/\//, '') === host || this.config.CORS_ORIGINS.split(',').includes(origin);
  }
}

function tokenOf(request: IncomingMessage): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  return header ?? protocols.find((each) => each.startsWith('bearer.'))?.slice('bearer.'.length) ?? '';
}
