/** Which codes agents have chosen for which calls. Answered by the feature that keeps what they note. */
export abstract class ChosenCodes {
  /** Whether any call has it. */
  abstract isChosen(code: string): Promise<boolean>;
  /** Whether this agent has chosen one for this call. */
  abstract hasChosen(callUuid: string, agent: string): Promise<boolean>;
}
