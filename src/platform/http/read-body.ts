import { type CanActivate, type ExecutionContext, Injectable, mixin, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { json, raw, type Request, type RequestHandler, type Response } from 'express';
import { OPERATION, type OperationRules } from './operation';

const JSON_BODIES = { usual: json({ limit: '128kb' }), large: json({ limit: '1mb' }) };

/**
 * Reads a JSON body, for every route but the switch's. It is the last of the guards: of somebody who may not ask, or may
 * not now, nothing is read.
 */
@Injectable()
export class JsonBody implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.get<OperationRules | undefined>(OPERATION, context.getHandler());
    const { path } = context.switchToHttp().getRequest<Request>();
    if (!path.startsWith('/switch/')) await read(JSON_BODIES[rules?.body ?? 'usual'], context);
    return true;
  }
}

/** A guard that reads whatever the body is; name it after the guard that lets the asker in. */
export function rawBody(limit: string): Type<CanActivate> {
  const reader = raw({ type: () => true, limit });
  @Injectable()
  class RawBody implements CanActivate {
    async canActivate(context: ExecutionContext): Promise<boolean> {
      await read(reader, context);
      return true;
    }
  }
  return mixin(RawBody);
}

function read(reader: RequestHandler, context: ExecutionContext): Promise<void> {
  const http = context.switchToHttp();
  return new Promise((done, failed) => {
    void reader(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) =>
      error ? failed(error as Error) : done(),
    );
  });
}
