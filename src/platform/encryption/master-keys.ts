import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { seal, unseal } from './sealed';

/** A tenant's key under a master key. */
export interface WrappedKey {
  /** Which master key: the head of its digest. */
  masterId: string;
  wrapped: Buffer;
}

/** The installation's own keys, which wrap the tenants'. New keys are wrapped by the first; the others open old ones. */
@Injectable()
export class MasterKeys {
  private readonly keys: { id: string; key: Buffer }[];

  constructor(config: Config) {
    const texts = [config.MASTER_KEY, ...(config.MASTER_KEY_PREVIOUS?.split(',') ?? [])];
    this.keys = texts.map((text) => Buffer.from(text, 'base64')).map((key) => ({ id: idOf(key), key }));
  }

  get currentId(): string {
    return this.first().id;
  }

  /** @param place whose key it is: as another's it does not open */
  wrap(place: string, key: Buffer): WrappedKey {
    const { id, key: master } = this.first();
    return { masterId: id, wrapped: seal(master, place, key) };
  }

  /** @throws Error where the master key is not among those configured; SealBroken */
  unwrap(place: string, { masterId, wrapped }: WrappedKey): Buffer {
    const master = this.keys.find(({ id }) => id === masterId);
    if (!master) throw new Error(`${place} is wrapped by the master key ${masterId}: name it in MASTER_KEY_PREVIOUS.`);
    return unseal(master.key, place, wrapped);
  }

  private first(): { id: string; key: Buffer } {
    const [first] = this.keys;
    if (!first) throw new Error('There is no master key.');
    return first;
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update('master key').update(key).digest('hex').slice(0, 16);
}
