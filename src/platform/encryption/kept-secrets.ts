import { Injectable } from '@nestjs/common';
import { MasterKeys } from './master-keys';

/** Secrets of a line or so that must be had in clear again, sealed as text for the database. */
@Injectable()
export class KeptSecrets {
  constructor(private readonly masters: MasterKeys) {}

  /** @param place where it is kept: as another's it does not open */
  seal(place: string, secret: string): string {
    const { masterId, wrapped } = this.masters.wrap(place, Buffer.from(secret, 'utf8'));
    return `${masterId}.${wrapped.toString('base64url')}`;
  }

  /** @throws where the master key is not among those configured, or it was sealed for another place */
  open(place: string, kept: string): string {
    const [masterId = '', wrapped = ''] = kept.split('.');
    return this.masters.unwrap(place, { masterId, wrapped: Buffer.from(wrapped, 'base64url') }).toString('utf8');
  }

  /** Whether it is sealed by a master key of before. */
  isStale(kept: string): boolean {
    return !kept.startsWith(`${this.masters.currentId}.`);
  }
}
