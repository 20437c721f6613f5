import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from '../errors/app-error';
import { Operation } from '../http/operation';
import { Health } from './health';
import { Metrics } from './metrics';
import { MetricsGuard } from './metrics.guard';

/** For load balancers and monitoring. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Operation({ summary: 'Is the process alive', permission: 'public', status: 200 })
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Operation({ summary: 'Can the process serve', permission: 'public', status: 200 })
  async ready() {
    const problems = await this.health.problems();
    if (problems.length > 0) throw new AppError('unavailable', `Not ready: ${problems.join(', ')}.`);
    return { status: 'ok' };
  }

  @Get('metrics')
  @UseGuards(MetricsGuard)
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @Operation({ summary: 'Prometheus metrics', permission: 'public', status: 200 })
  show(): Promise<string> {
    return this.metrics.render();
  }
}
