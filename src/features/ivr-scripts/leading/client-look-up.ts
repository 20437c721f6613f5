import { Injectable } from '@nestjs/common';
import { HttpClient } from '../../../platform/http-client/http-client';
import type { Input, LookUp } from '../domain/command';
import { foundValues } from '../domain/found-values';

/** Longer than any answer about one caller. */
const MOST_BYTES = 64 * 1024;

/** Asks the client's own systems, for a caller who waits. */
@Injectable()
export class ClientLookUp {
  constructor(private readonly http: HttpClient) {}

  /** `not-found` is the client's own 404; a silent, slow or broken answer has `failed`, after the retries. */
  async ask(lookUp: LookUp): Promise<Input> {
    for (let tried = 0; tried <= lookUp.retries; tried += 1) {
      const input = await this.once(lookUp);
      if (input.kind !== 'failed') return input;
    }
    return { kind: 'failed' };
  }

  private async once({ method, url, body, timeoutMs, keep }: LookUp): Promise<Input> {
    const headers = { accept: 'application/json', ...(method === 'POST' && { 'content-type': 'application/json' }) };
    try {
      const answer = await this.http.send({
        method, url, headers, timeoutMs, maxBytes: MOST_BYTES, ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      if (answer.status === 404) return { kind: 'not-found' };
      const values = answer.status >= 200 && answer.status < 300 ? foundValues(answer.body.toString('utf8'), keep) : null;
      return values ? { kind: 'found', values } : { kind: 'failed' };
    } catch {
      return { kind: 'failed' };
    }
  }
}
