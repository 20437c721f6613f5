import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel } from '../scripts/provisioning/in-parallel';
import { type Instance, startInstance } from '../scripts/provisioning/instance';
import { repositoryRoot } from '../scripts/services/repository-root';
import { type Database, openDatabase } from '../scripts/start/database';
import { applyTenants } from '../scripts/start/tenants';
import type { Figure } from './figure';
import { postAsSwitch } from './http-post';
import { percentile, rounded } from './statistics';

/** As many lookups as a switch makes at once when it is busy. */
const AT_ONCE = 8;
const WARM_UP = 4_000;
const ROUNDS = 5;
const A_ROUND = 2_000;
const COLD = 100;
/** One question in eight is a phone's sign-in, from so many addresses: faster than that they would be refused. */
const ADDRESSES = 64;

/** A switch's question: the kind, and the form that it posts. */
interface Question {
  kind: 'directory' | 'dialplan' | 'queue';
  body: string;
}

/**
 * The 99th percentile of the answers to a busy switch, in milliseconds, from a warm cache: the api process asked over
 * HTTP by eight at once who never pause, a connection a question, for registrations, calls to users, numbers and queues
 * of two tenants in turn, with the forms that a real switch posted. The median of the rounds. Beside it the first answer
 * after a change.
 */
export async function xmlAnswerP99(log: (line: string) => void): Promise<Figure> {
  const instance = await startInstance(log);
  const database = await openDatabase(instance.environment['DATABASE_URL'] ?? '');
  try {
    await instance.start('main');
    await prepare(instance, database);
    const questions = makeQuestions();
    await ask(instance, questions, WARM_UP);
    const rounds: number[][] = [];
    const began = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await ask(instance, questions, A_ROUND));
    const seconds = (performance.now() - began) / 1000;
    const p99s = rounds.map((times) => percentile(times, 0.99));
    const cold = await askAfterChanges(instance, database, questions);
    return {
      figure: 'xml-answer-p99-ms',
      value: rounded(percentile(p99s, 0.5), 2),
      unit: 'ms',
      goal: 10,
      detail: {
        rounds: ROUNDS,
        answersARound: A_ROUND,
        atOnce: AT_ONCE,
        lowest: rounded(Math.min(...p99s), 2),
        highest: rounded(Math.max(...p99s), 2),
        p50: rounded(percentile(rounds.flat(), 0.5), 2),
        answersPerSecond: Math.round((ROUNDS * A_ROUND) / seconds),
        afterChangeP50: rounded(percentile(cold, 0.5), 2),
        afterChangeP99: rounded(percentile(cold, 0.99), 2),
      },
    };
  } finally {
    await database.close();
    await instance.stop();
  }
}

/** The shipped tenants, with a credential at every seat: a user without one is not known to the switch. */
async function prepare(instance: Instance, database: Database): Promise<void> {
  await instance.with(applyTenants);
  await database.sql("UPDATE seats SET a1_hash = MD5(CONCAT(tenant_id, extension))");
  await database.sql('UPDATE tenant_revisions SET revision = revision + 1');
}

/** The recorded forms, for a small tenant and for the largest. */
function makeQuestions(): Question[] {
  const path = join(repositoryRoot(__dirname), 'test/fixtures/transcripts/xml-curl-requests.json');
  const forms = (JSON.parse(readFileSync(path, 'utf8')) as { form: Record<string, string> }[]).map(({ form }) => form);
  const find = (what: string, fits: (form: Record<string, string>) => boolean) => {
    const form = forms.find(fits);
    if (!form) throw new Error(`${path} holds no ${what}`);
    return form;
  };
  const register = find('registration', (form) => form['sip_auth_method'] === 'REGISTER');
  const userCall = find('call to a user', (form) => form['action'] === 'user_call');
  const dialplan = find('dialplan question', (form) => form['section'] === 'dialplan');
  const queue = find('queue question', (form) => form['CC-Queue'] !== undefined);
  const make = (kind: Question['kind'], form: Record<string, string>) => ({ kind, body: new URLSearchParams(form).toString() });
  const tenants = [
    { domain: 'pharma.seatline.test', user: '1001', number: '4008001001', queue: 'care' },
    { domain: 'hotline.seatline.test', user: '3130', number: '4008003003', queue: 'hotline' },
  ];
  const of = ({ domain, user, number, queue: name }: (typeof tenants)[number], ip: string): Question[] => {
    const rings = make('directory', { ...userCall, domain, user });
    const routes = make('dialplan', { ...dialplan, 'Hunt-Context': 'public', 'Caller-Context': 'public', 'Hunt-Destination-Number': number });
    const loads = make('queue', { ...queue, 'CC-Queue': `${name}@${domain}` });
    const signsIn = { ...register, ip, domain, user, sip_to_host: domain, sip_auth_realm: domain, sip_auth_username: user };
    return [make('directory', signsIn), rings, routes, loads, rings, routes, rings, routes];
  };
  const addresses = Array.from({ length: ADDRESSES }, (_, at) => `192.0.2.${at}`);
  return addresses.flatMap((ip) => tenants.flatMap((tenant) => of(tenant, ip)));
}

async function ask(instance: Instance, questions: readonly Question[], count: number): Promise<number[]> {
  const times: number[] = [];
  const turns = Array.from({ length: count }, (_, at) => questions[at % questions.length] as Question);
  await inParallel(turns, AT_ONCE, async (question) => void times.push(await askOne(instance, question)));
  return times;
}

/** One at a time, each right after all tenants have changed. */
async function askAfterChanges(instance: Instance, database: Database, questions: readonly Question[]): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < COLD; at += 1) {
    await database.sql('UPDATE tenant_revisions SET revision = revision + 1');
    times.push(await askOne(instance, questions[at % questions.length] as Question));
  }
  return times;
}

async function askOne({ apiUrl, secrets }: Instance, { kind, body }: Question): Promise<number> {
  const type = 'application/x-www-form-urlencoded';
  const url = new URL(`${apiUrl}/switch/xml`);
  const { status, text, milliseconds } = await postAsSwitch(url, secrets.SWITCH_SECRET, type, body);
  if (status !== 200 || text.includes('not found')) throw new Error(`a ${kind} question was answered ${status}: ${text}`);
  return milliseconds;
}
