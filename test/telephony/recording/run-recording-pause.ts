import { until } from '../conformance/api';
import { sleep } from '../conformance/scenario';
import { all, Stage } from '../conformance/stage';
import { stageNames, type Staged } from '../conformance/stages';
import type { SwitchStarter } from '../conformance/switch-under-test';
import { TestBed } from '../conformance/test-bed';
import { soundOf } from './quiet-spans';

const STAGED = {
  name: 'card-data',
  stages: { pharma: { agents: 1, settings: { record: true } } },
} satisfies Staged;
const TALK_MS = 1500;
const PAUSE_MS = 2500;
/** A frame or two of sound: what is asked comes into force with the next one. */
const FRAMES_SECONDS = 0.06;
const HEARD_SECONDS = 0.5;

interface RecordingRow {
  id: string;
  call_id: string | null;
  pauses: { paused_at: string; resumed_at: string | null }[];
}

export interface PauseFigures {
  /** Of the recording. */
  seconds: number;
  /** From the pause's answer to the resume's request. */
  pausedSeconds: number;
  silentSeconds: number;
  problems: string[];
}

/** A call in which both sides speak is paused for card data, twice over, and resumed; then its recording is listened to. */
export async function runRecordingPause(startSwitch: SwitchStarter): Promise<PauseFigures> {
  const bed = await TestBed.start(startSwitch, [STAGED]);
  try {
    return await play(bed);
  } finally {
    await bed.stop();
  }
}

async function play(bed: TestBed): Promise<PauseFigures> {
  const api = bed.apis.pharma;
  const stage = await Stage.open(bed, 'pharma', stageNames('pharma', STAGED.name, 0, STAGED.stages.pharma), () => '13800000001');
  await stage.seat(1, { kind: 'answer', afterMs: 300 });
  const call = stage.call();
  const talking = () => api.get<{ calls: { uuid: string; state: string }[] }>('/v1/live');
  let uuid = '';
  await until('the conversation', async () => {
    uuid = (await talking()).calls.find(({ state }) => state === 'talking')?.uuid ?? '';
    return uuid !== '';
  });
  await sleep(TALK_MS);
  const askedAt = Date.now();
  await api.post(`/v1/calls/${uuid}/recording/pause`);
  const pausedAt = Date.now();
  await sleep(PAUSE_MS / 2);
  await api.post(`/v1/calls/${uuid}/recording/pause`);
  await sleep(PAUSE_MS / 2);
  const resumedAt = Date.now();
  await api.post(`/v1/calls/${uuid}/recording/resume`);
  const goesOnAt = Date.now();
  await sleep(TALK_MS);
  await call.hangup();
  await call.ended;
  await until('the end of the call', async () => (await talking()).calls.length === 0);
  const afterwards = await api.ask('POST', `/v1/calls/${uuid}/recording/pause`, {});
  let rows: RecordingRow[] = [];
  await until('the recording', async () => (rows = await all(api, '/v1/recordings')).length > 0);
  const { seconds, quiet } = soundOf(await api.file(`/v1/recordings/${rows[0]?.id ?? ''}/audio`));
  const pausedSeconds = (resumedAt - pausedAt) / 1000;
  const [silence, ...others] = quiet;
  const longestSeconds = (goesOnAt - askedAt) / 1000;
  const silentSeconds = silence ? silence.until - silence.from : 0;
  const checks: [string, boolean][] = [
    ['one recording of one call', rows.length === 1 && rows[0]?.call_id !== null],
    ['the row names one pause', rows[0]?.pauses.length === 1 && rows[0].pauses[0]?.resumed_at !== null],
    ['silence for as long as it was paused for sure', silentSeconds >= pausedSeconds - FRAMES_SECONDS],
    ['silence for no longer than it may have been', silentSeconds <= longestSeconds + FRAMES_SECONDS],
    ['no other silence', others.length === 0],
    ['sound before it', (silence?.from ?? 0) > HEARD_SECONDS],
    ['sound after it', seconds - (silence?.until ?? seconds) > HEARD_SECONDS],
    ['a call that is over cannot be paused', afterwards.status === 404],
  ];
  const problems = checks.flatMap(([what, holds]) => (holds ? [] : [what]));
  if (problems.length > 0) problems.push(JSON.stringify({ seconds, quiet, pausedSeconds, longestSeconds, rows }));
  return { seconds, pausedSeconds, silentSeconds, problems };
}
