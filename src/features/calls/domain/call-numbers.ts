export interface CallName {
  id: string;
  node: string;
  uuid: string;
}

/** Forgets who called and was called. Times, outcomes and whatever figures are made of stay. Answered by the feature. */
export abstract class CallNumbers {
  /** Of calls that began before an instant. @returns how many lost a number */
  abstract forgetCalls(before: Date): Promise<number>;
  /** Of legs that began before an instant. @returns how many lost a number */
  abstract forgetLegs(before: Date): Promise<number>;
  /** The calls in which a number is the outside party, however it is written. */
  abstract callsWith(number: string): Promise<CallName[]>;
  /** The call names it last, its legs before. @returns how many legs lost a number */
  abstract forgetCall(call: CallName): Promise<number>;
}
