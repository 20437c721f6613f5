import { performance } from 'node:perf_hooks';

/** Microseconds since 1970, as FreeSWITCH stamps channels and events; exact in a double until the year 2255. */
export function nowMicros(): number {
  return Math.floor((performance.timeOrigin + performance.now()) * 1000);
}

/** Whole seconds since 1970, the grain of every mod_callcenter time. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

export function secondsOf(micros: number): number {
  return Math.floor(micros / 1_000_000);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-21 19:58:16` in the process's own time zone. */
export function localStamp(micros: number): string {
  const at = new Date(micros / 1000);
  const date = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${date} ${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
}

/** `Sat, 21 Nov 2026 19:58:16 GMT`. */
export function gmtStamp(micros: number): string {
  return new Date(micros / 1000).toUTCString();
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
