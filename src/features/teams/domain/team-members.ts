/** Who belongs to which team. Answered by the feature that keeps agents. */
export abstract class TeamMembers {
  /** How many agents each team has; a team without any is not named. */
  abstract count(): Promise<Map<string, number>>;
  /** Its agents stay, without a team; joins an open transaction. */
  abstract release(teamId: string): Promise<void>;
}
