import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../config/config';
import { AppError } from '../errors/app-error';

/**
 * What a process tells of itself is for the monitoring alone, by its secret; without one, for this machine, unless a proxy
 * passes the request on for somebody.
 */
@Injectable()
export class MetricsGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<Request>();
    const { METRICS_SECRET } = this.config;
    const known = METRICS_SECRET === undefined ? isHere(socket.remoteAddress, headers) : shows(headers.authorization, METRICS_SECRET);
    if (!known) throw AppError.notFound();
    return true;
  }
}

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function isHere(address: string | undefined, headers: Request['headers']): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'via'].some((name) => headers[name] !== undefined);
  return !passedOn && LOOPBACK.includes(address ?? '');
}

function shows(header: string | undefined, secret: string): boolean {
  const [shown, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${secret}`)];
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
