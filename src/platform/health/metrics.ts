import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the process tells Prometheus. Labels never hold a tenant's or a caller's own text. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'seatline_http_request_seconds',
    help: 'Time to answer an HTTP request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  readonly cdrs = new Counter({
    name: 'seatline_cdrs_total',
    help: 'CDRs taken in, by what became of them.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  readonly switchUp = new Gauge({
    name: 'seatline_switch_link_up',
    help: 'Whether the event-socket link of a node is up.',
    labelNames: ['node'],
    registers: [this.registry],
  });

  readonly corrections = new Counter({
    name: 'seatline_reconciler_corrections_total',
    help: 'Steps by which the reconciler brought a switch to what it should be, by kind.',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'seatline_' });
  }

  render(): Promise<string> {
    return this.registry.metrics();
  }
}
