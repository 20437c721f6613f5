import { Alert, App, Button, Flex, Tabs, Typography } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMay } from '../../session/use-may';
import { Splash } from '../../shell/splash';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { ui } from '../../ui/texts';
import { useSettled } from '../../ui/use-settled';
import { Designer } from './designer';
import { stepsApart } from './draft-history';
import { drawable, type ScriptDocument } from './document';
import { useTroubles } from './findings';
import { checkOf, type Script } from './ivr-scripts-queries';
import { CallToHear } from './numbers-led';
import { PublishModal } from './publish-modal';
import { ScriptActions } from './script-actions';
import { ScriptState } from './script-state';
import { ivrScripts } from './texts';
import { Toolbar } from './toolbar';
import { TryPanel } from './try-panel';
import { trailOf } from './try-command';
import { useDocumentText } from './use-document-text';
import { useEditorKeys } from './use-editor-keys';
import { useScriptDraft } from './use-script-draft';
import { useTrial } from './use-trial';
import { VersionsTab } from './versions-tab';

const DocumentTab = lazy(() => import('./document-tab').then(({ DocumentTab: each }) => ({ default: each })));
const TABS = ['draw', 'document', 'versions'] as const;

/** A script while it is worked on: drawn, as text, and what was published of it. */
export function ScriptView({ script, etag: storedEtag }: { script: Script; etag: string }) {
  const [t, words] = [useTexts(ivrScripts), useTexts(ui)];
  const { message, modal } = App.useApp();
  const mayWrite = useMay('ivr-scripts:write');
  const [{ tab = 'draw', step = '' }, filter] = useFilters<{ tab?: string; step?: string }>();
  const draft = useScriptDraft(script.id, script.draft, storedEtag);
  const { document, drawn, text } = draft;
  const written = useDocumentText(draft);
  const [trying, setTrying] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [settings, setSettings] = useState(false);
  const [reveal, setReveal] = useState(0);
  const trial = useTrial(script.id, document, text);
  const settled = useSettled(text);
  const check = useQuery({ ...checkOf(script.id, JSON.parse(settled), settled), placeholderData: keepPreviousData });
  const troubles = useTroubles(drawn, check.data);
  const last = trial.turns.at(-1)?.answer;
  const isUnsaved = draft.isDirty || written.fault !== null;
  const shown = TABS.find((each) => each === tab) ?? 'draw';
  const select = (name: string | null) => filter({ step: name ?? '' });
  const openSettings = () => {
    setTrying(false);
    setSettings(!settings || step !== '' || trying);
    select(null);
  };
  const revealStep = (name: string) => {
    setTrying(false);
    filter({ step: name, tab: '' });
    setReveal((now) => now + 1);
  };
  const save = async () => {
    await draft.save();
    void message.success(t('saved'));
  };
  const publish = async () => {
    if (draft.isDirty) await draft.save();
    setPublishing(true);
  };
  const aside = trying ? <TryPanel script={script.name} trial={trial} document={drawn} barred={check.data?.problems.length ? troubles : []} /> : null;
  useEditorKeys({ undo: draft.undo, redo: draft.redo, save: () => void (mayWrite && draft.isDirty && save().catch(() => undefined)) });
  useEffect(() => {
    // what was removed, or is called otherwise now
    if (step !== '' && drawn && !Object.hasOwn(drawn.steps, step)) filter({ step: '' });
  }, [step, drawn]);
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && new Promise((resolve) => {
      modal.confirm({
        title: words('unsaved'),
        okText: words('discard'),
        cancelText: words('keep'),
        onOk: () => {
          draft.forget();
          resolve(false);
        },
        onCancel: () => resolve(true),
      });
    }),
  });
  const actions = (
    <ScriptActions
      script={script}
      draft={draft}
      isTrying={trying}
      onTry={() => {
        filter({ tab: '' });
        setTrying(!trying);
      }}
      onSave={() => void save().catch(() => undefined)}
      onPublish={() => void publish().catch(() => undefined)}
    />
  );
  return (
    <RoomPage title={script.name} about={<About script={script} />} actions={actions}>
      {draft.theirs && <Conflict draft={draft} />}
      {draft.wasRestored && !draft.theirs && <Alert type="info" showIcon closable title={t('restored')} action={<Button size="small" onClick={draft.discard}>{t('discard_changes')}</Button>} />}
      <ProblemAlert error={draft.saveError} />
      <Flex vertical gap={8}>
        <Flex justify="space-between" align="center" gap="0 16px" wrap>
          <Tabs
            className="ivr-tabs"
            activeKey={shown}
            onChange={(next) => filter({ tab: next === 'draw' ? '' : next })}
            items={TABS.map((key) => ({ key, label: t(`tab_${key}`) }))}
            tabBarStyle={{ margin: 0 }}
          />
          {shown === 'draw' && <Toolbar draft={draft} mayWrite={mayWrite} check={check} troubles={troubles} onSettings={openSettings} />}
        </Flex>
        {shown === 'document' ? (
          <Suspense fallback={<Splash />}><DocumentTab {...written} troubles={troubles} mayWrite={mayWrite} /></Suspense>
        ) : shown === 'versions' ? (
          <VersionsTab script={script} etag={draft.etag} onChanged={draft.adopt} onTake={(taken) => draft.change(taken)} />
        ) : (
          <>
            {drawn ? (
              <Designer
                name={script.name}
                document={drawn}
                change={(next: ScriptDocument, about?: string) => draft.change(next, about)}
                troubles={troubles}
                mayWrite={mayWrite}
                trail={trying && last ? trailOf(script.name, last) : null}
                selected={step || null}
                onSelect={select}
                reveal={reveal}
                onReveal={revealStep}
                aside={aside}
                hasSettings={settings}
                onClose={() => (trying ? setTrying(false) : step !== '' ? select(null) : setSettings(false))}
              />
            ) : <Alert type="warning" showIcon title={t('not_drawable')} description={t('not_drawable_hint')} />}
          </>
        )}
      </Flex>
      <PublishModal
        script={script}
        etag={draft.etag}
        document={drawn}
        troubles={troubles}
        open={publishing}
        onClose={() => setPublishing(false)}
        onPublished={draft.adopt}
      />
    </RoomPage>
  );
}

function About({ script }: { script: Script }) {
  return (
    <Flex gap="0 16px" wrap>
      <ScriptState script={script} />
      <CallToHear script={script.name} />
      {/* the picture below needs the room more */}
      <Typography.Text
        type="secondary"
        ellipsis={{ tooltip: script.description }}
        style={{ maxWidth: 360 }}
      >
        {script.description}
      </Typography.Text>
    </Flex>
  );
}

/** Somebody else saved meanwhile: both are there, and one has to be chosen. */
function Conflict({ draft: { drawn, theirs, takeMine, takeTheirs } }: { draft: ReturnType<typeof useScriptDraft> }) {
  const t = useTexts(ivrScripts);
  const apart = stepsApart(drawn, drawable(theirs?.document));
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('conflict')}
      description={(
        <Flex vertical gap={8} align="flex-start">
          {t('conflict_hint', { steps: apart.join(', ') || t('conflict_nothing') })}
          <Flex gap={8} wrap>
            <Button onClick={takeMine}>{t('take_mine')}</Button>
            <Button danger onClick={takeTheirs}>{t('take_theirs')}</Button>
          </Flex>
        </Flex>
      )}
    />
  );
}
