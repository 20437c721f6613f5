/** mod_callcenter accepts these in any letter case but stores them as they were written. */
const known = (names: readonly string[]) => {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  return (value: string): boolean => lower.has(value.toLowerCase());
};

export const isAgentStatus = known(['Logged Out', 'Available', 'Available (On Demand)', 'On Break']);
export const isAgentState = known(['Waiting', 'Receiving', 'In a queue call', 'Idle', 'Reserved']);
export const isTierState = known(['No Answer', 'Ready', 'Offering', 'Active Inbound', 'Standby']);
export const isAgentType = known(['callback', 'uuid-standby']);

export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Strategies that ring more than one agent for a caller; a member row names them instead of an agent meanwhile. */
export const RINGS_SEVERAL = ['ring-all', 'ring-progressively'];

export const ringsSeveral = (strategy: string): boolean => RINGS_SEVERAL.some((name) => same(name, strategy));
