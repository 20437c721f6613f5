import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { Canvas, type CanvasActs } from './canvas';
import {
  type After,
  exitsOf,
  freeName,
  type Place,
  renamed,
  type ScriptDocument,
  withExit,
  withNewStep,
  withoutStep,
  withStep,
  withValue,
} from './document';
import type { Trouble } from './findings';
import type { Trail } from './graph-parts';
import { KindMenu } from './kind-menu';
import { freshStep, isKind, type KindName } from './kinds';
import { arranged, freePlace } from './layout';
import { Palette } from './palette';
import { ScriptPanel } from './script-panel';
import { type StepForm, StepFormProvider } from './step-context';
import { StepList } from './step-list';
import { StepPanel } from './step-panel';
import { ivrScripts } from './texts';
import { useKnown } from './use-known';

interface DesignerProps {
  name: string;
  document: ScriptDocument;
  /** @param about changes of one thing that follow each other are undone together */
  change: (next: ScriptDocument, about?: string) => void;
  troubles: readonly Trouble[];
  mayWrite: boolean;
  trail: Trail | null;
  selected: string | null;
  onSelect: (step: string | null) => void;
  /** Counts up whenever the chosen step is to be brought into sight. */
  reveal: number;
  onReveal: (step: string) => void;
  /** The trial call, which takes the place of the form while it is open. */
  aside: ReactNode;
  /** Whether what concerns the script as a whole is shown while no step is chosen. */
  hasSettings: boolean;
  /** Closes what is open on the side. */
  onClose: () => void;
}

/** A picture with a palette on its left and the chosen step's form on its right; on a small screen a list, and the form above it. */
export function Designer(props: DesignerProps) {
  const { name, document, change, troubles, mayWrite, trail, selected, onSelect, reveal, onReveal, aside, hasSettings, onClose } = props;
  const [t, words] = [useTexts(ivrScripts), useTexts(ui)];
  const wide = Grid.useBreakpoint().lg ?? true;
  const known = useKnown(name);
  const [shown, setShown] = useState<'list' | 'picture'>('list');
  const [asked, setAsked] = useState<{ after: After; place: Place; at: Place } | null>(null);
  const chosen = selected !== null ? document.steps[selected] : undefined;
  const isByHand = Object.keys(document.layout ?? {}).length > 0;

  const add = (kind: KindName, after?: After, dropped?: Place) => {
    const step = freshStep(kind, document.fallback);
    const added = freeName(document, kind.replace('_', '-'));
    const { places } = arranged(document);
    const beside = places.get(after?.step ?? selected ?? document.start) ?? { x: 0, y: 0 };
    const place = dropped ?? freePlace(places, beside);
    // from the first step that is put somewhere by hand on, all of them stay where they are
    const settled = dropped && !isByHand && !after ? { ...document, layout: layoutOf(document) } : document;
    change(withNewStep(settled, added, step, after, settled.layout && Object.keys(settled.layout).length > 0 ? place : undefined));
    onReveal(added);
  };
  /** After the chosen step, by the first of its exits that leads nowhere yet. */
  const addNext = (kind: KindName) => {
    const open = chosen && (exitsOf(chosen).find(({ to, isOptional }) => to === null && !isOptional) ?? exitsOf(chosen).find(({ path }) => path.length === 1 && path[0] === 'next'));
    add(kind, selected !== null && open ? { step: selected, exit: open.path } : undefined);
  };
  const remove = (names: string[]) => {
    change(names.reduce(withoutStep, document));
    onSelect(null);
  };
  const acts: CanvasActs = {
    connect: (from, exit, to) => change(withExit(document, from, exit, to)),
    disconnect: (from, exit) => change(withExit(document, from, exit, null)),
    setStart: (start) => change({ ...document, start }),
    remove,
    place: (layout) => change({ ...document, layout }, 'layout'),
    drop: (kind, place) => add(kind, undefined, place),
    extend: (after, place, at) => setAsked({ after, place, at }),
  };
  const form: StepForm | null = selected !== null && chosen ? {
    name: selected,
    step: chosen,
    document,
    known,
    mayWrite,
    errorsAt: (field, deep = false) =>
      troubles
        .filter((each) => each.step === selected && (each.field === field || (deep && each.field.startsWith(`${field}/`))))
        .map(({ text }) => text),
    put: (path, value) => change(withStep(document, selected, withValue(chosen, path, value)), `${selected}/${path.join('/')}`),
    lead: (path, to) => change(withExit(document, selected, path, to)),
    extend: (path, kind) => add(kind, { step: selected, exit: path }),
    goTo: onReveal,
  } : null;
  const rename = (to: string) => {
    if (selected === null) return;
    change(renamed(document, selected, to));
    onSelect(to);
  };
  const duplicate = () => {
    if (selected === null || !chosen) return;
    const copy = freeName(document, isKind(chosen.type) ? chosen.type.replace('_', '-') : 'step');
    change(withNewStep(document, copy, chosen, undefined, isByHand ? freePlace(arranged(document).places, document.layout?.[selected] ?? { x: 0, y: 0 }) : undefined));
    onReveal(copy);
  };
  const side = aside ?? (form ? (
    <StepFormProvider value={form}>
      <StepPanel
        key={form.name}
        troubles={troubles.filter((each) => each.step === selected && each.field === '')}
        onRename={rename}
        onRemove={() => remove([form.name])}
        onDuplicate={duplicate}
      />
    </StepFormProvider>
  ) : hasSettings ? (
    <ScriptPanel
      name={name}
      document={document}
      troubles={troubles}
      queues={known.queues}
      mayWrite={mayWrite}
      change={change}
      onOpen={({ step }) => step !== null && onReveal(step)}
    />
  ) : null);
  const title = aside !== null ? t('try') : form ? t('step') : t('script_settings');
  const picture = (
    <Canvas
      document={document}
      troubles={troubles}
      trail={trail}
      selected={selected}
      reveal={reveal}
      onSelect={onSelect}
      acts={mayWrite && wide ? acts : undefined}
      small={!wide}
    />
  );
  if (!wide) {
    return (
      <>
        <Segmented
          block
          value={shown}
          onChange={setShown}
          options={[{ value: 'list', label: t('step_list') }, { value: 'picture', label: t('picture') }]}
        />
        {shown === 'list' ? (
          <StepList
            document={document}
            troubles={troubles}
            trail={trail}
            selected={selected}
            onSelect={onSelect}
            onAdd={mayWrite ? addNext : undefined}
          />
        ) : (
          <div className="ivr-desk"><div className="ivr-middle">{picture}</div></div>
        )}
        <Drawer open={side !== null} size="100%" onClose={onClose} title={title}>{side}</Drawer>
      </>
    );
  }
  return (
    <div className="ivr-desk">
      {mayWrite && <Palette onChoose={addNext} />}
      <div className="ivr-middle">
        {picture}
        {asked && (
          <KindMenu
            open
            onClose={() => setAsked(null)}
            onChoose={(kind) => {
              setAsked(null);
              add(kind, asked.after, asked.place);
            }}
          >
            <span style={{ position: 'fixed', left: asked.at.x, top: asked.at.y, width: 1, height: 1 }} />
          </KindMenu>
        )}
      </div>
      {side !== null && (
        <aside className="ivr-side" aria-label={title}>
          <Button
            type="text"
            className="ivr-side-close"
            icon={<CloseOutlined />}
            aria-label={words('close')}
            title={words('close')}
            onClick={onClose}
          />
          {side}
        </aside>
      )}
    </div>
  );
}

function layoutOf(document: ScriptDocument): Record<string, Place> {
  const { places } = arranged(document);
  return Object.fromEntries(Object.keys(document.steps).map((name) => [name, places.get(name) ?? { x: 0, y: 0 }]));
}
