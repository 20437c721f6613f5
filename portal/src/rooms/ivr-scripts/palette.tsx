import { useTexts } from '../../texts/define-texts';
import { DRAGGED } from './dragged';
import { KindIcon } from './kind-icons';
import { KIND_NAMES, type KindName, KINDS, type Purpose } from './kinds';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

const PURPOSES: readonly Purpose[] = ['speak', 'decide', 'lead', 'end'];

/** Every kind of step: to be dragged into the picture, or clicked. */
export function Palette({ onChoose }: { onChoose: (kind: KindName) => void }) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  return (
    <nav aria-label={t('palette')} className="ivr-palette">
      {PURPOSES.map((purpose) => (
        <div key={purpose} role="group" aria-label={words.group(purpose)}>
          <div className="ivr-palette-group">{words.group(purpose)}</div>
          {KIND_NAMES.filter((kind) => KINDS[kind].purpose === purpose).map((kind) => (
            <button
              key={kind}
              type="button"
              className="ivr-palette-kind"
              title={words.about(kind)}
              draggable
              onDragStart={({ dataTransfer }) => {
                dataTransfer.setData(DRAGGED, kind);
                dataTransfer.effectAllowed = 'copy';
              }}
              onClick={() => onChoose(kind)}
            >
              <KindIcon type={kind} />
              {words.kind(kind)}
            </button>
          ))}
        </div>
      ))}
      <p className="ivr-palette-hint">{t('palette_hint')}</p>
    </nav>
  );
}
