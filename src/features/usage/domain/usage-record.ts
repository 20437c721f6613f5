import type { Direction } from '../../tariffs/domain/tariff';

/** Something a tenant used and may be charged for; (source, sourceId) occurs once, however often it is reported. */
export interface UsageRecord {
  readonly source: 'cdr';
  /** `<switch node>/<leg uuid>`: what a CDR is known by. */
  readonly sourceId: string;
  readonly kind: Direction;
  /** The number called: the tenant's own when inbound, the far one otherwise; null where it is not known any more. */
  readonly number: string | null;
  /** Whole seconds, 1 or more. */
  readonly seconds: number;
  /** When the charged seconds began: the leg's answer. It decides the billing period and the tariff in force. */
  readonly startedAt: Date;
}
