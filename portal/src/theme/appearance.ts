import { createStore } from '../state/store';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
/** What a person chose; `system` follows the machine. */
export type Appearance = (typeof APPEARANCES)[number];

const KEY = 'seatline.appearance';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const appearance = createStore<Appearance>(APPEARANCES.find((each) => each === localStorage.getItem(KEY)) ?? 'system');
export const isDark = createStore<boolean>(decide());

appearance.subscribe(() => {
  localStorage.setItem(KEY, appearance.get());
  isDark.set(decide());
});
dark.addEventListener('change', () => isDark.set(decide()));

/** Whether things may move: not for whom it makes ill. */
export const mayMove = !matchMedia('(prefers-reduced-motion: reduce)').matches;

isDark.subscribe(show);
show();

function decide(): boolean {
  const chosen = appearance.get();
  return chosen === 'system' ? dark.matches : chosen === 'dark';
}

function show(): void {
  document.documentElement.dataset['appearance'] = isDark.get() ? 'dark' : 'light';
  document.documentElement.style.colorScheme = isDark.get() ? 'dark' : 'light';
}
