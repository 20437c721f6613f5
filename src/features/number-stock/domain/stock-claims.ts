/** What whoever leases numbers asks of the stock. Each answers for the tenant that is set, unless it names one. */
export abstract class StockClaims {
  /**
   * Holds a number for the tenant.
   * @returns false where it cannot lease it, whether the number is unknown, held for another or leased
   */
  abstract claim(number: string): Promise<boolean>;

  /** Those of the numbers that a tenant's file cannot name, by the tenant's short name: a living other one's. */
  abstract ofOthers(numbers: readonly string[], slug: string): Promise<string[]>;

  /**
   * Holds numbers for the tenant because its file names them, and takes those into the stock that are not there: the
   * file is the provider's own word. Within his transaction.
   * @throws AppError number_taken for one of another living tenant
   */
  abstract assign(numbers: readonly string[]): Promise<void>;
}
