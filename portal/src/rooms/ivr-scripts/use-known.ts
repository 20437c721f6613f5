import { useQuery } from '@tanstack/react-query';
import { agentLabel, allAgents } from '../../data/agents';
import { allCalendars } from '../../data/calendars';
import { allIvrScripts } from '../../data/ivr-scripts';
import { allQueues } from '../../data/queues';
import { useSegments } from '../../data/segments';
import { useMay } from '../../session/use-may';
import type { Named } from './kinds';

export interface Choice {
  value: string;
  label: string;
}

/** What the tenant has that a step may name, as choices. Of scripts, the published ones but this one. */
export function useKnown(own: string): Record<Named, Choice[]> {
  const maySeeNumbers = useMay('numbers:read');
  const { data: queues = [] } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  const { data: calendars = [] } = useQuery({ ...allCalendars, enabled: maySeeNumbers });
  const { data: agents = [] } = useQuery({ ...allAgents, enabled: useMay('agents:read') });
  const { data: scripts = [] } = useQuery(allIvrScripts);
  const segments = useSegments();
  return {
    queues: byName(queues),
    calendars: byName(calendars),
    segments: byName(segments),
    agents: agents.map((agent) => ({ value: agent.number, label: agentLabel(agent) })),
    scripts: byName(scripts.filter(({ name, live }) => name !== own && live !== null)),
  };
}

function byName(all: readonly { name: string }[]): Choice[] {
  return all.map(({ name }) => ({ value: name, label: name })).sort((a, b) => a.label.localeCompare(b.label));
}
