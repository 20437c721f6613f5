import { createHmac, hkdfSync } from 'node:crypto';
import { KEY_BYTES, seal, SealBroken, unseal } from './sealed';
import type { DataKey } from './tenant-keys';

const VERSION_BYTES = 4;
const INDEX_BYTES = 16;

/**
 * Seals and opens short texts of one tenant's rows, by its keys as they stood when it was made (field-seals.ts).
 *
 * A sealed text is the key's version, and what seal() makes. Its place is a column and a row, as `calls.numbers cal_…`.
 */
export class FieldSeal {
  /** By version, each derived when it is first used. */
  private readonly derivedKeys = new Map<number, Buffer>();
  private indexKey: Buffer | undefined;

  /**
   * @param keys the living ones, oldest first
   * @param onBroken is told the place of what does not open, though its key is there
   */
  constructor(
    private readonly tenantId: string,
    private readonly keys: readonly DataKey[],
    private readonly onBroken: (place: string) => void = () => undefined,
  ) {}

  /** @throws Error where there is no key */
  seal(place: string, text: string): Buffer {
    const newest = this.keys.at(-1);
    if (!newest) throw new Error(`There is no key to seal ${place} with.`);
    const version = Buffer.alloc(VERSION_BYTES);
    version.writeUInt32BE(newest.version);
    return Buffer.concat([version, seal(this.fieldKey(newest), this.inTenant(place), Buffer.from(text, 'utf8'))]);
  }

  /**
   * @returns null where there is nothing, its key was destroyed, or it is not what was sealed for this place: one such row
   * must not take a whole list with it, so it is told to the log alone
   */
  open(place: string, sealed: Buffer | null): string | null {
    if (!sealed) return null;
    if (sealed.length < VERSION_BYTES) return this.broken(place);
    const version = sealed.readUInt32BE();
    const key = this.keys.find((each) => each.version === version);
    if (!key) return null;
    try {
      return unseal(this.fieldKey(key), this.inTenant(place), sealed.subarray(VERSION_BYTES)).toString('utf8');
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return this.broken(place);
    }
  }

  /**
   * The same for the same text, and telling nothing of it to who has not the key: HMAC-SHA-256, cut to 16 bytes. Null where
   * there is no key, and so nothing that could be found. The oldest key makes it, which a rotation leaves as it is: what
   * was sealed before and after is found by one index.
   */
  index(text: string): Buffer | null {
    const [oldest] = this.keys;
    if (!oldest) return null;
    this.indexKey ??= derived(oldest.secret, 'index');
    return createHmac('sha256', this.indexKey).update(text, 'utf8').digest().subarray(0, INDEX_BYTES);
  }

  private fieldKey({ version, secret }: DataKey): Buffer {
    const known = this.derivedKeys.get(version);
    if (known) return known;
    const key = derived(secret, 'fields');
    this.derivedKeys.set(version, key);
    return key;
  }

  private inTenant(place: string): string {
    return `${this.tenantId} ${place}`;
  }

  private broken(place: string): null {
    this.onBroken(place);
    return null;
  }
}

/** Each use has a key of its own. */
function derived(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `seatline ${use}`, KEY_BYTES));
}
