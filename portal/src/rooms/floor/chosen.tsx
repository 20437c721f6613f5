import { Checkbox } from 'antd';
import { createStore, type Store, useStorePart } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { floor as texts } from './texts';

/** The agents that are ticked, by their ids. */
export type Chosen = Store<ReadonlySet<string>>;

export function createChosen(): Chosen {
  return createStore<ReadonlySet<string>>(new Set());
}

export function ChooseOne({ id, label, chosen }: { id: string; label: string; chosen: Chosen }) {
  const t = useTexts(texts);
  const checked = useStorePart(chosen, (ids) => ids.has(id));
  const toggle = () => {
    const next = new Set(chosen.get());
    if (!next.delete(id)) next.add(id);
    chosen.set(next);
  };
  return <Checkbox checked={checked} aria-label={t('choose', { agent: label })} onChange={toggle} />;
}

/** @param shown those that the filters leave */
export function ChooseAll({ chosen, shown }: { chosen: Chosen; shown: () => string[] }) {
  const t = useTexts(texts);
  const some = useStorePart(chosen, (ids) => ids.size > 0);
  return (
    <Checkbox
      checked={false}
      indeterminate={some}
      aria-label={some ? t('choose_none') : t('choose_all')}
      onChange={() => chosen.set(new Set(some ? [] : shown()))}
    />
  );
}
