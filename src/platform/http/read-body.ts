import { type CanActivate, type ExecutionContext, Injectable, mixin, type Type } from '@nestjs/common';
import { json, raw, type Request, type RequestHandler, type Response } from 'express';

/**
 * Reads the body as the last of the guards: of somebody who may not ask, or may not now, nothing is read. Whatever a
 * handler's class says goes before what holds for all.
 */
function readerOf(read: RequestHandler): Type<CanActivate> {
  @Injectable()
  class BodyReader implements CanActivate {
    canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<Request>();
      const response = context.switchToHttp().getResponse<Response>();
      return new Promise((done, failed) => {
        void read(request, response, (error: unknown) => (error ? failed(error as Error) : done(true)));
      });
    }
  }
  return mixin(BodyReader);
}

/** JSON, for every route but the switch's. */
export const JsonBody = readerOf((request, response, next) =>
  request.path.startsWith('/switch/') ? next() : parseJson(request, response, next),
);
const parseJson = json({ limit: '1mb' });

/** Whatever the body is; name it after the guard that lets the asker in. */
export const rawBody = (limit: string): Type<CanActivate> => readerOf(raw({ type: () => true, limit }));
