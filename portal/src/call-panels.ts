import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Permission } from './api/types';
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
  load: () => Promise<{ Panel: ComponentType<{ call: PanelCall }> }>;
}

/** Checks a panel's form where it is written. */
export function definePanel(panel: CallPanel): CallPanel {
  return panel;
}

export interface ShownPanel extends CallPanel {
  Panel: LazyExoticComponent<ComponentType<{ call: PanelCall }>>;
}

const files = import.meta.glob<CallPanel>('./call-panels/*/panel.ts', { eager: true, import: 'panel' });

/** Every panel there is; a new folder is a new panel. */
export const CALL_PANELS: readonly ShownPanel[] = Object.values(files)
  .sort((a, b) => a.order - b.order)
  .map((panel) => ({ ...panel, Panel: lazy(() => panel.load().then(({ Panel }) => ({ default: Panel }))) }));

/** Before the first call rings: what is shown then must be here. */
export function preloadPanels(): void {
  for (const { load } of CALL_PANELS) void load().catch(() => undefined);
}
