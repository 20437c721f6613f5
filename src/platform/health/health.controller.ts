import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from '../errors/app-error';
import { Operation } from '../http/operation';
import { ProviderDatabase } from '../database/provider-database';
import { Redis } from '../redis/redis';
import { Metrics } from './metrics';

/** For load balancers and monitoring. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: ProviderDatabase,
    private readonly redis: Redis,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Get('health/live')
  @Operation({ summary: 'Is the process alive', permission: 'public', status: 200 })
  live() {
    return { status: 'ok' };
  }

  /** It can serve: database and Redis answer. */
  @Get('health/ready')
  @Operation({ summary: 'Can the process serve', permission: 'public', status: 200 })
  async ready() {
    try {
      await Promise.all([this.database.sql('SELECT 1'), this.redis.ping()]);
    } catch {
      throw new AppError('unavailable', 'The database or Redis does not answer.');
    }
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @Operation({ summary: 'Prometheus metrics', permission: 'public', status: 200 })
  show(): Promise<string> {
    return this.metrics.render();
  }
}
