import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** From where a request came, as far as can be told. */
export interface Client {
  /** IPv4 or IPv6. */
  address: string;
  userAgent: string;
}

const LONGEST_USER_AGENT = 200;

export const FromClient = createParamDecorator((_: unknown, context: ExecutionContext): Client => {
  const request = context.switchToHttp().getRequest<Request>();
  const userAgent = (request.header('user-agent') ?? '').slice(0, LONGEST_USER_AGENT);
  return { address: request.ip ?? '', userAgent };
});
