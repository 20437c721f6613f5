import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { VERSION } from '../../platform/config/version';
import { Health } from '../../platform/health/health';
import { type Check, CHECKS, type CheckId } from './domain/check';
import { BackboneChecks } from './backbone-checks';
import { DiskChecks } from './disk-checks';
import type { HealthDto } from './health-checks.dto';
import { WorkChecks } from './work-checks';

/** A check that takes longer is in trouble itself, and must not hide the others. */
const LONGEST_MS = 3_000;

/** How the installation is, as this process sees it. */
@Injectable()
export class HealthChecksService {
  private readonly startedAt: Date;

  constructor(
    private readonly health: Health,
    private readonly backbone: BackboneChecks,
    private readonly work: WorkChecks,
    private readonly disk: DiskChecks,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  async all(): Promise<HealthDto> {
    const looks: Record<CheckId, () => Promise<Check> | Check> = {
      ready: () => this.ready(),
      ...this.backbone.looks(),
      ...this.work.looks(),
      ...this.disk.looks(),
    };
    const checks = await Promise.all(CHECKS.map((id) => inTime(id, looks[id])));
    return { version: VERSION, startedAt: this.startedAt, at: this.clock.now(), checks };
  }

  private async ready(): Promise<Check> {
    const problems = await this.health.problems();
    return { id: 'ready', state: problems.length === 0 ? 'good' : 'bad', figures: { missing: problems.join(', ') } };
  }
}

async function inTime(id: CheckId, look: () => Promise<Check> | Check): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST_MS / 1000} s`)), LONGEST_MS);
  });
  try {
    return await Promise.race([look(), tooLate]);
  } catch (error) {
    return { id, state: 'bad', figures: { failure: error instanceof Error ? error.message : String(error) } };
  } finally {
    clearTimeout(timer);
  }
}
