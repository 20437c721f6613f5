import type { FieldSeal } from '../../platform/encryption/field-seal';
import type { Usage } from './usage.entity';

/** Usage as all but its table knows it; the number is null where it is not known any more. */
export type KnownUsage = Omit<Usage, 'numberSealed'> & { number: string | null };

export function knownUsage({ numberSealed, ...usage }: Usage, seal: FieldSeal): KnownUsage {
  return { ...usage, number: seal.open(usagePlace(usage.id), numberSealed) };
}

/** Where a record's number is sealed for. */
export function usagePlace(id: string): string {
  return `usage_records.number ${id}`;
}
