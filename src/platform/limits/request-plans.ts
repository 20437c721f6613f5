export interface RequestPlan {
  /** By contract; null where that says nothing. */
  perSecond: number | null;
  /** How many people may work there at once. */
  seats: number;
}

/** Answered by the feature that keeps tenants; the platform only asks. */
export abstract class RequestPlans {
  /** What a tenant may ask. */
  abstract planOf(tenantId: string): Promise<RequestPlan>;
}
