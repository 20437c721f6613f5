import { Global, Injectable, Module } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { Config } from '../config/config';
import { tenantContext } from '../tenancy/tenant-context';

type Fields = Record<string, unknown>;

/** Structured logs; each line carries the tenant, the call and the request that it belongs to. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(config: Config) {
    this.logger = pino(
      { level: config.LOG_LEVEL, mixin: contextFields, serializers: { err: describeError } },
      pino.destination(2),
    );
  }

  debug(fields: Fields, message: string): void {
    this.logger.debug(fields, message);
  }

  info(fields: Fields, message: string): void {
    this.logger.info(fields, message);
  }

  warn(fields: Fields, message: string): void {
    this.logger.warn(fields, message);
  }

  error(fields: Fields, message: string): void {
    this.logger.error(fields, message);
  }
}

/**
 * What an error may say in a log. A failed statement carries its parameters as properties of its own: password
 * hashes, SIP credentials, callers' numbers.
 */
function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const { code, errno, sqlState } = error as unknown as Fields;
  return { type: name, message, stack, code, errno, sqlState };
}

function contextFields(): Fields {
  const { tenantId, callId, traceId } = tenantContext.current();
  return { ...(tenantId && { tenantId }), ...(callId && { callId }), ...(traceId && { traceId }) };
}

@Global()
@Module({ providers: [Log], exports: [Log] })
export class LogModule {}
