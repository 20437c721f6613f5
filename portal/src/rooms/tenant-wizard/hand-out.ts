import { allPages } from '../../api/all-pages';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';

/** Asked at once; the rest waits. */
const AT_ONCE = 4;
const PAUSE_MS = 1_500;

export interface SeatSecret {
  user: string;
  domain: string;
  secret: string;
}

export interface FirstPassword {
  email: string;
  password: string;
}

/** Tells of each as it is made: what was made is not lost where a later one fails. */
type OnMade<T> = (made: T, all: number) => void;

/** SIP credentials for every seat that has none yet. Needs a grant. */
export async function makeSeatSecrets(tenantId: string, onMade: OnMade<SeatSecret>): Promise<void> {
  const header = { 'Seatline-Tenant': tenantId };
  const seats = await allPages((query) => answerOf(api.GET('/v1/seats', { params: { query, header } })));
  const bare = seats.filter((seat) => !seat.has_credentials).sort((a, b) => a.extension.localeCompare(b.extension));
  await inTurn(bare, async ({ id }) => {
    const made = await answerOf(api.POST('/v1/seats/{id}/credentials', { params: { path: { id }, header } }));
    onMade({ user: made.sip_user, domain: made.sip_domain, secret: made.secret }, bare.length);
  });
}

/** A first password for each user of a tenant that is new; it has to be changed at the first sign-in. Needs a grant. */
export async function makeFirstPasswords(tenantId: string, onMade: OnMade<FirstPassword>): Promise<void> {
  const header = { 'Seatline-Tenant': tenantId };
  const users = await allPages((query) => answerOf(api.GET('/v1/users', { params: { query, header } })));
  await inTurn(users, async ({ id, email }) => {
    const password = randomPassword();
    await answerOf(api.POST('/v1/users/{id}/password', { params: { path: { id }, header }, body: { password } }));
    onMade({ email, password }, users.length);
  });
}

/** A list with commas, as spreadsheets and provisioning read it. */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await patiently(work, item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}

/** Who asks too fast is told to wait, which is no failure. */
async function patiently<T>(work: (item: T) => Promise<void>, item: T): Promise<void> {
  for (;;) {
    try {
      return await work(item);
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.is('rate_limited')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Without those that are taken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** 115 bits; what would make some letters likelier is thrown away. */
function randomPassword(): string {
  let text = '';
  while (text.length < LENGTH) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 256 - (256 % LETTERS.length)) text += LETTERS[byte % LETTERS.length];
  }
  return text;
}
