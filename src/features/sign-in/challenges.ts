import { Injectable } from '@nestjs/common';
import { digestOf, newSecret } from '../../platform/auth/random-secret';
import { Redis } from '../../platform/redis/redis';

/** How long somebody may look for his phone. */
export const CHALLENGE_SECONDS = 300;

/** Who has shown the right password and owes a code. */
export interface Challenged {
  tenant: string | null;
  email: string;
  /** Of the password that was shown, as it is kept: another one since then needs a new beginning. */
  passwordDigest: string;
}

/** Sign-ins that are half done; a digest of their token names them. */
@Injectable()
export class Challenges {
  constructor(private readonly redis: Redis) {}

  async open(challenged: Challenged): Promise<string> {
    const token = newSecret();
    await this.redis.set(keyOf(token), JSON.stringify(challenged), 'EX', CHALLENGE_SECONDS);
    return token;
  }

  async find(token: string): Promise<Challenged | null> {
    const found = await this.redis.get(keyOf(token));
    return found === null ? null : (JSON.parse(found) as Challenged);
  }

  /** @returns false where another has closed it. */
  async close(token: string): Promise<boolean> {
    return (await this.redis.del(keyOf(token))) === 1;
  }
}

function keyOf(token: string): string {
  return `sign-in:challenge:${digestOf(token)}`;
}
