import type { ComponentType } from 'react';
import type { Permission } from './api/types';
import { createStore } from './state/store';
import type { Language } from './texts/language';

/** The call that a panel stands beside. */
export interface PanelCall {
  /** The switch's name of it. */
  uuid: string;
  direction: string;
  from: string;
  to: string;
  queue: string | null;
  /** Whether it is over for this agent, who works on after it. */
  isOver: boolean;
}

/** What an agent sees beside a call: a folder under call-panels/ whose `panel.ts` exports one. */
export interface CallPanel {
  id: string;
  title: Record<Language, string>;
  /** Rising; the first tab is the open one. */
  order: number;
  /** `always`: it stays in sight below the tabs. */
  place: 'tab' | 'always';
  /** Without it the panel is not there. */
  permission?: Permission;
  load: () => Promise<{ Panel: PanelComponent }>;
}

export type PanelComponent = ComponentType<{ call: PanelCall }>;

/** Checks a panel's form where it is written. */
export function definePanel(panel: CallPanel): CallPanel {
  return panel;
}

const files = import.meta.glob<CallPanel>('./call-panels/*/panel.ts', { eager: true, import: 'panel' });

/** Every panel there is; a new folder is a new panel. */
export const CALL_PANELS: readonly CallPanel[] = Object.values(files).sort((a, b) => a.order - b.order);

/** Those that are here, by id. Not React's `lazy`: it would show what is there already 300 ms late. */
export const loadedPanels = createStore<ReadonlyMap<string, PanelComponent>>(new Map());

/** Before the first call rings: what is shown then must be here. What could not be loaded is tried again by the next page. */
export function loadPanels(): void {
  for (const { id, load } of CALL_PANELS) {
    if (loadedPanels.get().has(id)) continue;
    void load().then(({ Panel }) => loadedPanels.set(new Map(loadedPanels.get()).set(id, Panel))).catch(() => undefined);
  }
}
