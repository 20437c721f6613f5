import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { type RetentionTerms, USUAL_TERMS } from './domain/retention-terms';
import type { RetentionRun } from './retention-run.entity';
import { RetentionRepository } from './retention.repository';

/** A tenant's choice of how long it keeps personal data, and the reports of what went by it. */
@Injectable()
export class RetentionPolicyService {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly clock: Clock,
  ) {}

  /** Version 0 is the usual terms, which hold until a tenant chooses. */
  async get(): Promise<RetentionTerms & { version: number }> {
    return (await this.retention.policy()) ?? { ...USUAL_TERMS, version: 0 };
  }

  /** Takes effect with the next run. */
  async set(version: number, { recordingDays, numberDays }: RetentionTerms): Promise<RetentionTerms & { version: number }> {
    const terms = { recordingDays, numberDays };
    const known = await this.get();
    if (known.version !== version) throw AppError.stale();
    if (version === 0) await this.retention.insertPolicy(terms, this.clock.now());
    else if (!(await this.retention.savePolicy(version, terms))) throw AppError.stale();
    return this.get();
  }

  runs(request: PageRequest): Promise<Page<RetentionRun>> {
    return this.retention.runs(request);
  }
}
