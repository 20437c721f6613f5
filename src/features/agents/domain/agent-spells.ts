import type { AgentStatus } from './agent-status';

/** A status that is none of being logged out, or the work after a call. */
export type SpellState = Exclude<AgentStatus, 'logged_out'> | 'wrap_up';

/** For how long an agent was in one state; `until` is null while it lasts. */
export interface Spell {
  state: SpellState;
  since: Date;
  until: Date | null;
}

export interface SpellFigures {
  /** Seconds in which queues could offer calls, those of talk and of work after calls among them. */
  readySeconds: number;
  breakSeconds: number;
  breaks: number;
  wrapUpSeconds: number;
}

/** What lies of some spells between two instants, in whole seconds; a spell that lasts ends now, a break counts where it begins. */
export function figuresOf(spells: readonly Spell[], from: Date, until: Date, now: Date): SpellFigures {
  const msOf = (...states: SpellState[]): number =>
    spells.filter(({ state }) => states.includes(state)).reduce((sum, spell) => sum + overlapMs(spell, from, until, now), 0);
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  return {
    readySeconds: seconds(msOf('available', 'available_on_demand')),
    breakSeconds: seconds(msOf('on_break')),
    breaks: spells.filter(({ state, since }) => state === 'on_break' && since >= from && since < until).length,
    wrapUpSeconds: seconds(msOf('wrap_up')),
  };
}

function overlapMs({ since, until }: Spell, from: Date, to: Date, now: Date): number {
  const end = Math.min((until ?? now).getTime(), to.getTime(), now.getTime());
  return Math.max(0, end - Math.max(since.getTime(), from.getTime()));
}

/**
 * The share of the time ready that went into calls and the work after them (ICMI's occupancy), in thousandths, 1000 at the
 * most: talk is counted when a call is over, readiness while it lasts.
 * @returns null before anybody was ready
 */
export function occupancyPermille(handlingSeconds: number, readySeconds: number): number | null {
  return readySeconds === 0 ? null : Math.min(1000, Math.round((handlingSeconds * 1000) / readySeconds));
}
