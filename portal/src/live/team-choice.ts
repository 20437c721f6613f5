import { useMemo } from 'react';
import { type Team, useTeams } from '../data/teams';
import { session, signedIn } from '../session/session';
import { createStore, useStore } from '../state/store';
import { useFilters } from '../ui/search-params';
import { filterOf, supervises, type TeamFilter, type TeamValue } from './team-filter';

const WORDS: readonly string[] = ['all', 'mine', 'none'];

export interface TeamChoice {
  value: TeamValue;
  /** Those that one supervises first. */
  teams: { team: Team; mine: boolean }[];
  filter: TeamFilter;
  choose: (value: TeamValue) => void;
}

/** Whose teams are looked at unless the address says: a supervisor's own, unless he has chosen to see everybody. */
const KEY = 'seatline.teams';
const usual = createStore<'mine' | 'all'>(localStorage.getItem(KEY) === 'all' ? 'all' : 'mine');
usual.subscribe(() => localStorage.setItem(KEY, usual.get()));

/** Which teams a live page shows. It stands in the address, so that a link, or a screen on a wall, shows the same. */
export function useTeamChoice(): TeamChoice {
  const [{ team: asked }, change] = useFilters<{ team?: string }>();
  const { id: userId } = signedIn(useStore(session.state));
  const remembered = useStore(usual);
  const all = useTeams();
  const teams = useMemo(
    () => all.map((team) => ({ team, mine: supervises(userId, team) })).sort((a, b) => Number(b.mine) - Number(a.mine)),
    [all, userId],
  );
  const isKnown = asked !== undefined && (WORDS.includes(asked) || all.some(({ id }) => id === asked));
  const value = isKnown ? asked : teams.some(({ mine }) => mine) ? remembered : 'all';
  const filter = useMemo(() => (all.length === 0 ? null : filterOf(value, all, userId)), [value, all, userId]);
  const choose = (next: TeamValue) => {
    if (next === 'all' || next === 'mine') usual.set(next);
    change({ team: next });
  };
  return { value, teams, filter, choose };
}
