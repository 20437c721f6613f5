import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, switchMap } from 'rxjs';
import type { Principal } from '../auth/principal';
import { AppError } from '../errors/app-error';
import { Redis } from '../redis/redis';
import { tenantContext } from '../tenancy/tenant-context';

const KEPT_SECONDS = 24 * 3600;
/** A first attempt that died half-way frees its key after this long. */
const IN_FLIGHT_SECONDS = 60;

interface Remembered {
  print: string;
  done?: { status: number; body: unknown; etag?: string };
}

/** `Idempotency-Key` on a POST: the same answer again for 24 h; 409 while in flight; 422 if the body differs. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly redis: Redis) {}

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
      switchMap((before) => (before ? of(replay(before, print, response)) : this.first(key, print, response, next))),
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
      mergeMap(async (body: unknown) => {
        const etag = response.getHeader('ETag');
        const done = { status: response.statusCode, body: body ?? null, etag };
        await this.redis.set(key, JSON.stringify({ print, done }), 'EX', KEPT_SECONDS);
        return body;
      }),
      catchError(async (error: unknown) => {
        await this.redis.del(key);
        throw error;
      }),
    );
  }
}

function replay(before: Remembered, print: string, response: Response): unknown {
  if (before.print !== print) {
    throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used with another request.');
  }
  if (!before.done) throw new AppError('request_in_flight', 'The first request with this key is still running.');
  const { status, body, etag } = before.done;
  response.status(status).setHeader('Idempotent-Replay', 'true');
  if (etag !== undefined) response.setHeader('ETag', etag);
  return body;
}

/** The tenant is part of it: the provider's people work for many. */
function fingerprint(request: Request): string {
  const tenant = tenantContext.current().tenantId ?? null;
  const text = JSON.stringify([request.method, request.originalUrl, tenant, request.body ?? null]);
  return createHash('sha256').update(text).digest('base64url');
}
