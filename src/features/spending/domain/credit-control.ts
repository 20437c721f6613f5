import type { CallingPlan } from '../../calling-plan/domain/calling-plan';
import type { Credit, PricedCall } from './credit';

/** A call over the trunk that is about to begin. */
export interface NewCall extends Omit<PricedCall, 'startedAt'> {
  /** The switch that carries it. */
  node: string;
  callUuid: string;
  /** The uuid that the leg beyond the trunk will have. */
  legUuid: string;
}

/** Whose credit it is. */
export interface Payer {
  tenantId: string;
  timezone: string;
  plan: CallingPlan;
}

/** Keeps outbound calls within what they may cost. */
export abstract class CreditControl {
  /** Reserves a new call's first slice; a tenant without a cap has credit for as long as a call may last. */
  abstract begin(payer: Payer, call: NewCall): Promise<Credit>;
}
