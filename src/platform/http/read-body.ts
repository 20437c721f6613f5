import { type CanActivate, type ExecutionContext, Injectable, mixin, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { json, raw, type Request, type RequestHandler, type Response } from 'express';
import { AppError } from '../errors/app-error';
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

/**
 * A guard that reads a file of a kind (`audio`), for a route that takes one. One that is too long is refused by the length
 * that it announces, or else as soon as it is, and the connection ends with the answer: the rest is not even received
 * (Express's own reader would receive it all first). A compressed body is not unpacked.
 */
export function fileBody(kind: string, limitMb: number): Type<CanActivate> {
  @Injectable()
  class FileBody implements CanActivate {
    async canActivate(context: ExecutionContext): Promise<boolean> {
      const http = context.switchToHttp();
      const request = http.getRequest<Request>();
      if (!request.header('content-type')?.toLowerCase().startsWith(`${kind}/`)) {
        throw new AppError('unsupported_media_type', `The body must be a file, its Content-Type ${kind}/….`);
      }
      const body = await readUpTo(request, limitMb * 1_000_000);
      if (body === null) {
        http.getResponse<Response>().setHeader('Connection', 'close');
        throw new AppError('payload_too_large', `The file must have at most ${limitMb} MB.`);
      }
      request.body = body;
      return true;
    }
  }
  return mixin(FileBody);
}

/** Null where there is more. */
async function readUpTo(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.header('content-length') ?? 0) > most) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((done, failed) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) return void chunks.push(chunk);
      request.pause();
      done(null);
    });
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('error', failed);
    request.on('aborted', () => failed(new AppError('malformed_json', 'The file broke off on its way.')));
  });
}

function read(reader: RequestHandler, context: ExecutionContext): Promise<void> {
  const http = context.switchToHttp();
  return new Promise((done, failed) => {
    void reader(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) =>
      error ? failed(error as Error) : done(),
    );
  });
}
