import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../session/use-may';
import { allAgents } from './agents';

/** By the agent's number. Whoever may not look agents up, or an agent who is gone, has the number alone. */
export function AgentLink({ number }: { number: string | null }) {
  const { data } = useQuery({ ...allAgents, enabled: useMay('agents:read') && number !== null });
  const agent = data?.find((each) => each.number === number);
  return agent ? <Link to={'/agents/$id' as string} params={{ id: agent.id } as never}>{agent.name}</Link> : (number ?? '–');
}
