/** Answered by the feature that keeps tenants; the platform only asks. */
export abstract class RequestPlans {
  /** Requests that a tenant may make each second, by its contract; null where that says nothing. */
  abstract perSecond(tenantId: string): Promise<number | null>;
}
