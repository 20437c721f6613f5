/** Forgets a person who is kept as a customer. Answered by the feature that keeps them. */
export abstract class CustomerErasure {
  /** The whole customer who has the number goes. @returns how many did: one or none */
  abstract eraseWith(number: string): Promise<number>;
}
