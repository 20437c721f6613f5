/** What an agent chooses to be, by the names of the API. */
export const AGENT_STATUSES = ['logged_out', 'available', 'available_on_demand', 'on_break'] as const;
export type AgentStatus = (typeof AGENT_STATUSES)[number];
