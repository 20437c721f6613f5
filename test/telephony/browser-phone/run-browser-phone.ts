import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPortal, problemsOf, signIn } from '../../factories/browser';
import { until } from '../conformance/api';
import { sleep } from '../conformance/scenario';
import { all, Stage } from '../conformance/stage';
import { stageNames, type Staged } from '../conformance/stages';
import type { SwitchStarter } from '../conformance/switch-under-test';
import { TestBed } from '../conformance/test-bed';
import { soundOf } from '../recording/quiet-spans';
import { cutNetwork } from './network-cut';

const STAGED = {
  name: 'in-a-page',
  stages: { insurance: { agents: 2, settings: { record: true } } },
} satisfies Staged;
const PASSWORD = 'a password that one agent chose';
const LISTENED_MS = 4_000;
const CUT_MS = 5_000;
/** Of 50 packets a second; the page looks every two seconds. */
const LEAST_PACKETS = 60;

/** What went to and fro while one listened. */
interface Heard {
  sent: number;
  received: number;
  /** The loudest moment, 0 to 1. */
  voice: number;
}

export interface BrowserPhoneFigures {
  talking: Heard;
  afterReload: Heard;
  afterCut: Heard;
  /** With the caller again, after a colleague was asked. */
  afterAsking: Heard;
  /** Seconds of the recording of a caller who says nothing in which the agent is heard. */
  agentHeardSeconds: number;
  problems: string[];
}

/**
 * A caller of the trunk passes the greeting and the queue, and an agent answers in a page, by WebRTC, with a microphone that
 * beeps: audio goes both ways, also after the page was loaded anew in the middle of the call, and after five seconds
 * without a network. Then the agent asks a colleague, goes back to the caller, asks again and leaves the two to each other.
 */
export async function runBrowserPhone(startSwitch: SwitchStarter): Promise<BrowserPhoneFigures> {
  const bed = await TestBed.start(startSwitch, [STAGED]);
  const browser = await openBrowser();
  try {
    return await play(bed, browser);
  } finally {
    await browser.close();
    await bed.stop();
  }
}

async function play(bed: TestBed, browser: Browser): Promise<BrowserPhoneFigures> {
  let caller = 0;
  const nextCaller = () => `138000000${String((caller += 1)).padStart(2, '0')}`;
  const stage = await Stage.open(bed, 'insurance', stageNames('insurance', STAGED.name, 0, STAGED.stages.insurance), nextCaller);
  const page = await sitDown(bed, stage, browser);
  const call = stage.call({ speaks: true });
  await page.getByRole('button', { name: 'Answer' }).click();
  const talking = await listen(page);
  await page.reload();
  const afterReload = await listen(page);
  const network = cutNetwork();
  await sleep(CUT_MS);
  network.mend();
  const afterCut = await listen(page);
  await page.getByRole('button', { name: 'Hang up' }).click();
  await call.ended;

  const silent = stage.call();
  await page.getByRole('button', { name: 'Answer' }).click();
  await sleep(LISTENED_MS);
  await silent.hangup();
  await silent.ended;
  const agentHeardSeconds = await heardInRecording(bed, 2);
  const { afterAsking, hasColleague } = await consult(stage, page);
  const checks: [string, boolean][] = [
    ['audio both ways', isAudible(talking)],
    ['audio both ways after the page was loaded anew', isAudible(afterReload)],
    ['audio both ways after the network was cut', isAudible(afterCut)],
    ['the agent is heard by a caller who says nothing', agentHeardSeconds > 1],
    ['audio both ways after a colleague was asked', isAudible(afterAsking)],
    ['the caller goes on with the colleague whom the agent joined to him', hasColleague],
    [`no error in the page: ${problemsOf(page).join(', ')}`, problemsOf(page).length === 0],
  ];
  return { talking, afterReload, afterCut, afterAsking, agentHeardSeconds, problems: checks.flatMap(([what, holds]) => (holds ? [] : [what])) };
}

async function consult(stage: Stage, page: Page): Promise<{ afterAsking: Heard; hasColleague: boolean }> {
  const colleague = stage.agent(2);
  await stage.seat(2, { kind: 'answer', afterMs: 200 }, 'on_break');
  const call = stage.call({ speaks: true });
  await page.getByRole('button', { name: 'Answer' }).click();
  const uuid = await stage.liveCall(call.number, 'talking');
  await ask(page, colleague.number);
  await page.getByRole('button', { name: 'Back to the caller' }).click();
  const afterAsking = await listen(page);
  await ask(page, colleague.number);
  await page.getByRole('button', { name: 'Join them and leave' }).click();
  await page.getByText('The call was transferred.').waitFor();
  await page.getByText('Wrap-up').first().waitFor();
  const live = await stage.live(uuid);
  await call.hangup();
  await call.ended;
  return { afterAsking, hasColleague: live?.state === 'talking' && live.agent === colleague.number };
}

/** Puts the caller on hold, and resolves when the colleague has answered. */
async function ask(page: Page, colleague: string): Promise<void> {
  await page.getByRole('button', { name: /Transfer$/ }).click();
  await page.getByRole('radio', { name: colleague }).check();
  await page.getByRole('button', { name: 'Ask first' }).click();
  await page.locator('button:enabled', { hasText: 'Join them and leave' }).waitFor();
}

/** The agent signs in on the page, makes it the phone and is ready. */
async function sitDown(bed: TestBed, stage: Stage, browser: Browser): Promise<Page> {
  const { api } = stage;
  const agent = stage.agent(1);
  const email = 'page@insurance.seatline.test';
  const temporary = 'a password that somebody else chose';
  const user = await api.post<{ id: string }>('/v1/users', { email, name: 'Page', role: 'agent', password: temporary });
  await api.edit('PATCH', `/v1/agents/${agent.id}`, { user_id: user.id });
  const page = await openPortal(browser, { url: bed.apiUrl });
  await signIn(page, { tenant: 'insurance', email }, temporary, '#again');
  await page.fill('#old_password', temporary);
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('button[type=submit]');
  await page.getByText('In this page').click();
  await page.getByText(`Registered at seat ${agent.number}`).waitFor();
  await page.getByText('Ready', { exact: true }).click();
  await stage.untilSwitchHas(agent);
  return page;
}

async function listen(page: Page): Promise<Heard> {
  const before = await read(page);
  let voice = 0;
  for (let waited = 0; waited < LISTENED_MS; waited += 250) {
    await sleep(250);
    voice = Math.max(voice, (await read(page)).voice);
  }
  const after = await read(page);
  return { sent: after.sent - before.sent, received: after.received - before.received, voice };
}

async function read(page: Page): Promise<Heard> {
  const { sent, received, heard } = (await page.locator('[data-sent]').evaluate((element: { dataset: object }) => ({ ...element.dataset }))) as Record<string, string>;
  return { sent: Number(sent), received: Number(received), voice: Number(heard) };
}

function isAudible({ sent, received, voice }: Heard): boolean {
  return sent >= LEAST_PACKETS && received >= LEAST_PACKETS && voice > 0.01;
}

/** @param count of recordings that there will be; the last is listened to */
async function heardInRecording({ apis }: TestBed, count: number): Promise<number> {
  let rows: { id: string; started_at: string }[] = [];
  await until('the recordings', async () => (rows = await all(apis.insurance, '/v1/recordings')).length >= count);
  const [last] = rows.sort((a, b) => b.started_at.localeCompare(a.started_at));
  const { seconds, quiet } = soundOf(await apis.insurance.file(`/v1/recordings/${last?.id ?? ''}/audio`));
  return seconds - quiet.reduce((sum, span) => sum + span.until - span.from, 0);
}
