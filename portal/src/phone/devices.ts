import { createStore } from '../state/store';

const KEY = 'seatline.devices';

export interface ChosenDevices {
  microphone: string | null;
  speaker: string | null;
}

export const chosenDevices = createStore<ChosenDevices>(read());
chosenDevices.subscribe(() => {
  localStorage.setItem(KEY, JSON.stringify(chosenDevices.get()));
  sounding.forEach((audio) => void setSpeaker(audio));
});

const sounding = new Set<HTMLAudioElement>();
let open: MediaStream | null = null;

/** The microphone that was chosen, else the machine's usual one. @throws DOMException where it is not allowed or not there */
export async function microphone(): Promise<MediaStream> {
  if (open?.getAudioTracks().some((track) => track.readyState === 'live')) return open;
  const { microphone: wished } = chosenDevices.get();
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(wished && { deviceId: { ideal: wished } }) };
  open = await navigator.mediaDevices.getUserMedia({ audio });
  return open;
}

/** Takes another one from the next call on. */
export function forgetMicrophone(): void {
  open?.getTracks().forEach((track) => track.stop());
  open = null;
}

/** Lets a stream be heard until it ends. */
export function play(stream: MediaStream): void {
  const audio = new Audio();
  audio.srcObject = stream;
  audio.autoplay = true;
  sounding.add(audio);
  void setSpeaker(audio);
  void audio.play().catch(() => undefined);
  stream.addEventListener('removetrack', () => sounding.delete(audio));
  stream.getAudioTracks()[0]?.addEventListener('ended', () => sounding.delete(audio));
}

export async function listDevices(): Promise<{ microphones: MediaDeviceInfo[]; speakers: MediaDeviceInfo[] }> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return { microphones: all.filter(({ kind }) => kind === 'audioinput'), speakers: all.filter(({ kind }) => kind === 'audiooutput') };
}

async function setSpeaker(audio: HTMLAudioElement): Promise<void> {
  const { speaker } = chosenDevices.get();
  if (speaker && 'setSinkId' in audio) await audio.setSinkId(speaker).catch(() => undefined);
}

function read(): ChosenDevices {
  try {
    return { microphone: null, speaker: null, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as object) };
  } catch {
    return { microphone: null, speaker: null };
  }
}
