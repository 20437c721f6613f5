import { EslError } from './esl-error';

interface Job {
  resolve: (output: string) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** Commands running in the background of the switch, by the Job-UUID we gave them. */
export class BackgroundJobs {
  private readonly jobs = new Map<string, Job>();

  get running(): number {
    return this.jobs.size;
  }

  /** The job's output; rejects with EslError after `deadlineMs`, after which its output is dropped. */
  expect(jobUuid: string, what: string, deadlineMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const late = (): void =>
        this.fail(jobUuid, new EslError('deadline', `${what}: job not done within ${deadlineMs} ms`));
      this.jobs.set(jobUuid, { resolve, reject, timer: setTimeout(late, deadlineMs) });
    });
  }

  settle(jobUuid: string, output: string): void {
    const job = this.take(jobUuid);
    job?.resolve(output);
  }

  fail(jobUuid: string, error: Error): void {
    const job = this.take(jobUuid);
    job?.reject(error);
  }

  rejectAll(error: Error): void {
    for (const jobUuid of [...this.jobs.keys()]) this.fail(jobUuid, error);
  }

  private take(jobUuid: string): Job | undefined {
    const job = this.jobs.get(jobUuid);
    if (job !== undefined) clearTimeout(job.timer);
    this.jobs.delete(jobUuid);
    return job;
  }
}
