import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Principal } from '../auth/principal';
import { PERSONAL_DATA } from './fields';
import { OPERATION, type OperationRules } from './operation';
import type { Page } from './page';

/** Lets out only the fields that the answer's class declares, under their names on the wire, with an ETag. */
@Injectable()
export class WireInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rules = this.reflector.get<OperationRules | undefined>(OPERATION, context.getHandler());
    const answer = rules?.answer;
    if (!answer) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const { user } = context.switchToHttp().getRequest<{ user?: Principal }>();
    const groups = user?.permissions.includes('personal-data:read') ? [PERSONAL_DATA] : [];
    return next.handle().pipe(
      map((value: unknown) => {
        if (rules.shape === 'page') {
          const page = value as Page<object>;
          return { data: page.data.map((row) => toWire(answer, row, groups)), has_more: page.hasMore };
        }
        const version = (value as { version?: number }).version;
        if (version !== undefined) response.setHeader('ETag', `"${version}"`);
        return toWire(answer, value as object, groups);
      }),
    );
  }
}

/**
 * A value as its wire class shows it: declared fields only.
 * @param groups what whoever asks may see whole; personal data is masked for everybody else
 */
export function toWire(type: new () => object, value: object, groups: string[] = []): unknown {
  const instance = Object.assign(new type(), value);
  return instanceToPlain(instance, { strategy: 'excludeAll', groups });
}

/** A body from the wire as an instance of its class. */
export function fromWire<T extends object>(type: new () => T, value: unknown): T {
  return plainToInstance(type, value as object);
}
