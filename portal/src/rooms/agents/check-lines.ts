import type { Schemas } from '../../api/types';
import type { Column, Values } from './parse-lines';

/** What there is already. */
export interface Known {
  agents: readonly Pick<Schemas['AgentDto'], 'number' | 'seat_id' | 'user_id'>[];
  seats: readonly Pick<Schemas['SeatDto'], 'id' | 'extension'>[];
  users: readonly Pick<Schemas['UserDto'], 'id' | 'email'>[];
  teams: readonly Pick<Schemas['TeamDto'], 'id' | 'name'>[];
}

export type Rule =
  | 'bad_number' | 'number_taken' | 'number_twice' | 'no_name' | 'bad_name' | 'unknown_seat' | 'seat_taken' | 'seat_twice'
  | 'unknown_user' | 'user_taken' | 'user_twice' | 'bad_wrap_up' | 'unknown_team' | 'too_many';

export interface LineProblem {
  column: Column;
  rule: Rule;
  /** For the rule's text. */
  about?: Record<string, string | number>;
}

export type Verdict = { ok: true; body: Schemas['CreateAgentDto'] } | { ok: false; problems: LineProblem[] };

export interface CheckedLine {
  line: number;
  values: Values;
  hasMore: boolean;
}

const NUMBER = /^[1-9]\d{3,5}$/;
const NAME = /^[^{}\p{Cc}]{1,64}$/u;
const LONGEST_WRAP_UP = 86_400;

/** What would become of each line, in their order: the API's own rules, told before anything is written. */
export function checkLines(lines: readonly CheckedLine[], known: Known): Verdict[] {
  const look = lookupOf(known);
  const firsts = { number: firstLines(lines, 'number'), seat: firstLines(lines, 'seat'), email: firstLines(lines, 'email') };
  return lines.map((line) => verdictOf(line, look, firsts));
}

type Firsts = Record<'number' | 'seat' | 'email', Map<string, number>>;
type Lookup = ReturnType<typeof lookupOf>;

function verdictOf(line: CheckedLine, look: Lookup, firsts: Firsts): Verdict {
  const { number, name, seat, email, wrap_up: wrapUp, team } = line.values;
  const problems = [
    ...numberProblems(line, look, firsts.number),
    ...nameProblems(name),
    ...seatProblems(line, look, firsts.seat),
    ...userProblems(line, look, firsts.email),
    ...(isWrapUp(wrapUp) ? [] : [{ column: 'wrap_up', rule: 'bad_wrap_up' } as const]),
    ...(team === '' || look.teams.has(team) ? [] : [{ column: 'team', rule: 'unknown_team', about: { team } } as const]),
    ...(line.hasMore ? [{ column: 'team', rule: 'too_many' } as const] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    body: {
      number,
      name,
      seat_id: look.seats.get(seat) ?? null,
      user_id: look.users.get(email.toLowerCase()) ?? null,
      team_id: look.teams.get(team) ?? null,
      ...(wrapUp !== '' && { wrap_up: Number(wrapUp) }),
    },
  };
}

function numberProblems({ line, values: { number } }: CheckedLine, { numbers }: Lookup, firsts: Map<string, number>): LineProblem[] {
  if (!NUMBER.test(number)) return [{ column: 'number', rule: 'bad_number' }];
  if (numbers.has(number)) return [{ column: 'number', rule: 'number_taken' }];
  return twice('number', 'number_twice', line, firsts.get(number));
}

function nameProblems(name: string): LineProblem[] {
  if (name === '') return [{ column: 'name', rule: 'no_name' }];
  return NAME.test(name) ? [] : [{ column: 'name', rule: 'bad_name' }];
}

function seatProblems({ line, values: { seat } }: CheckedLine, { seats, seatHolders }: Lookup, firsts: Map<string, number>): LineProblem[] {
  if (seat === '') return [];
  const id = seats.get(seat);
  if (id === undefined) return [{ column: 'seat', rule: 'unknown_seat', about: { seat } }];
  const agent = seatHolders.get(id);
  if (agent !== undefined) return [{ column: 'seat', rule: 'seat_taken', about: { agent } }];
  return twice('seat', 'seat_twice', line, firsts.get(seat));
}

function userProblems({ line, values: { email } }: CheckedLine, { users, userHolders }: Lookup, firsts: Map<string, number>): LineProblem[] {
  if (email === '') return [];
  const id = users.get(email.toLowerCase());
  if (id === undefined) return [{ column: 'email', rule: 'unknown_user', about: { user: email } }];
  const agent = userHolders.get(id);
  if (agent !== undefined) return [{ column: 'email', rule: 'user_taken', about: { agent } }];
  return twice('email', 'user_twice', line, firsts.get(email.toLowerCase()));
}

function isWrapUp(text: string): boolean {
  return text === '' || (/^\d{1,5}$/.test(text) && Number(text) <= LONGEST_WRAP_UP);
}

function twice(column: Column, rule: Rule, line: number, first: number | undefined): LineProblem[] {
  return first === undefined || first === line ? [] : [{ column, rule, about: { line: first } }];
}

/** The first line that has each value. */
function firstLines(lines: readonly CheckedLine[], column: 'number' | 'seat' | 'email'): Map<string, number> {
  const firsts = new Map<string, number>();
  for (const { line, values } of lines) {
    const value = values[column].toLowerCase();
    if (value !== '' && !firsts.has(value)) firsts.set(value, line);
  }
  return firsts;
}

function lookupOf({ agents, seats, users, teams }: Known) {
  return {
    numbers: new Set(agents.map(({ number }) => number)),
    seats: new Map(seats.map(({ extension, id }) => [extension, id])),
    users: new Map(users.map(({ email, id }) => [email.toLowerCase(), id])),
    teams: new Map(teams.map(({ name, id }) => [name, id])),
    seatHolders: new Map(agents.flatMap(({ seat_id: id, number }) => (id === null ? [] : [[id, number] as const]))),
    userHolders: new Map(agents.flatMap(({ user_id: id, number }) => (id === null ? [] : [[id, number] as const]))),
  };
}
