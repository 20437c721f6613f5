import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { allAgents } from '../../data/agents';
import { allNumbers } from '../../data/numbers';
import { allSeats } from '../../data/seats';
import { useMay } from '../../session/use-may';
import { type SeatState, seatStateOf } from './seat-state';

type Agent = Schemas['AgentDto'];

export interface SeatRow {
  id: string;
  seat: Schemas['SeatDto'];
  state: SeatState;
  /** Whose fixed seat it is, and who sits here now. */
  owner: Agent | null;
  sitting: Agent | null;
  /** The chosen one; null for the tenant's first. */
  callerNumber: string | null;
}

/** Every seat with who has it, by extension. */
export function useSeatRows() {
  const query = useQuery(allSeats);
  const agents = useQuery({ ...allAgents, enabled: useMay('agents:read') }).data ?? [];
  const numbers = useQuery({ ...allNumbers, enabled: useMay('numbers:read') }).data ?? [];
  const owners = new Map(agents.map((agent) => [agent.seat_id, agent]));
  const sitting = new Map(agents.map((agent) => [agent.signed_in_seat_id, agent]));
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  const rows = query.data?.map((seat): SeatRow => ({
    id: seat.id,
    seat,
    state: seatStateOf(seat),
    owner: owners.get(seat.id) ?? null,
    sitting: sitting.get(seat.id) ?? null,
    callerNumber: numberOf.get(seat.caller_number_id ?? '') ?? null,
  }));
  return { query, rows: rows?.sort((a, b) => Number(a.seat.extension) - Number(b.seat.extension)) };
}
