import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';

/** Two tries, together well within a request's time. */
const ASKING = { timeout: 2000, tries: 2 };

/**
 * The addresses of hosts. Asks name servers itself: `dns.lookup` would hold one of libuv's four threads meanwhile, and a
 * slow name server of one tenant's would have everybody's passwords wait, which are hashed there too.
 */
@Injectable()
export class HostAddresses {
  private readonly resolver = new Resolver(ASKING);

  /** @returns all of them; none where there is no such host */
  async of(host: string): Promise<string[]> {
    if (isIP(host) !== 0) return [host];
    const answers = await Promise.allSettled([this.resolver.resolve4(host), this.resolver.resolve6(host)]);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }
}
