import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, switchMap } from 'rxjs';
import type { Principal } from '../auth/principal';
import { AppError } from '../errors/app-error';
import { Redis } from '../redis/redis';
import { Seal } from './seal';
import { tenantContext } from '../tenancy/tenant-context';

const KEPT_SECONDS = 24 * 3600;
/** A first attempt that died half-way frees its key after this long. */
const IN_FLIGHT_SECONDS = 60;

interface Answer {
  status: number;
  body: unknown;
  etag?: string;
}

interface Remembered {
  print: string;
  /** The answer, sealed: it may hold a secret that is shown once. */
  done?: string;
}

/** `Idempotency-Key` on a POST: the same answer again for 24 h; 409 while in flight; 422 if the body differs. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly redis: Redis,
    private readonly seal: Seal,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    const header = request.header('idempotency-key');
    if (request.method !== 'POST' || header === undefined || !request.user) return next.handle();
    if (!/^[\x21-\x7e]{1,100}$/.test(header)) {
      throw AppError.invalid('/idempotency-key', 'must be 1 to 100 printable characters');
    }
    const response = context.switchToHttp().getResponse<Response>();
    const key = `idempotency:${request.user.kind}:${request.user.id}:${header}`;
    const print = fingerprint(request);
    return from(this.claim(key, print)).pipe(
      switchMap((before) => (before ? of(this.replay(key, before, print, response)) : this.first(key, print, response, next))),
    );
  }

  private async claim(key: string, print: string): Promise<Remembered | null> {
    const claimed = await this.redis.set(key, JSON.stringify({ print }), 'EX', IN_FLIGHT_SECONDS, 'NX');
    if (claimed) return null;
    const before = await this.redis.get(key);
    return before ? (JSON.parse(before) as Remembered) : { print };
  }

  private first(key: string, print: string, response: Response, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        await this.redis.del(key);
        throw error;
      }),
      mergeMap(async (body: unknown) => {
        // a file is made anew: it changes nothing, and is sent in pieces
        if (body instanceof StreamableFile) {
          await this.redis.del(key);
          return body;
        }
        const done = { status: response.statusCode, body: body ?? null, etag: response.getHeader('ETag') };
        await this.remember(key, { print, done: this.seal.close(key, done) });
        return body;
      }),
    );
  }

  private replay(key: string, before: Remembered, print: string, response: Response): unknown {
    if (before.print !== print) {
      throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used with another request.');
    }
    if (!before.done) throw new AppError('request_in_flight', 'The first request with this key is still running.');
    const { status, body, etag } = this.seal.open<Answer>(key, before.done);
    response.status(status).setHeader('Idempotent-Replay', 'true');
    if (etag !== undefined) response.setHeader('ETag', etag);
    return body;
  }

  /** The work is done: if it cannot be remembered the key stays in flight, so that a repetition does not do it again. */
  private async remember(key: string, answer: Remembered): Promise<void> {
    await this.redis.set(key, JSON.stringify(answer), 'EX', KEPT_SECONDS).catch(() => undefined);
  }
}

/** The tenant is part of it: the provider's people work for many. */
function fingerprint(request: Request): string {
  const tenant = tenantContext.current().tenantId ?? null;
  const body: unknown = request.body ?? null;
  const text = JSON.stringify([request.method, request.originalUrl, tenant, Buffer.isBuffer(body) ? digestOf(body) : body]);
  return digestOf(text);
}

function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}
