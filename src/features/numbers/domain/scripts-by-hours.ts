/** While the calendar is open the script leads a number's callers. */
export interface ScriptByHours {
  calendarId: string;
  /** Its name. */
  ivr: string;
}

/** So many scripts may lead a number by hours. */
export const MOST_SCRIPTS_BY_HOURS = 10;
