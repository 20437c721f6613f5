import type { Schemas } from '../../api/types';

export type NodeState = 'up' | 'down' | 'gone';

export function stateOf({ alive, link }: Pick<Schemas['SwitchNodeDto'], 'alive' | 'link'>): NodeState {
  if (!alive) return 'gone';
  return link.up ? 'up' : 'down';
}
