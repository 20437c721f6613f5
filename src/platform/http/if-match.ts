import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../errors/app-error';

/** The version that `If-Match` names; a change of configuration must say which state it was made from. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().header('if-match');
  if (!header) throw new AppError('precondition_required', 'Send the ETag that you read in If-Match.');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw new AppError('precondition_failed', 'If-Match must be an ETag that this API gave.');
  return Number(version);
});
