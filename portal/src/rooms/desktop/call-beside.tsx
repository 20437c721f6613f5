import { Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { CALL_PANELS, type CallPanel, loadedPanels, type PanelCall } from '../../call-panels';
import { may, session, signedIn } from '../../session/session';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { language } from '../../texts/language';
import { Pane } from '../../ui/pane';
import { desktop } from './texts';

/** What is known and written about a call: a tab for each panel, and below them those that stay in sight. */
export function CallBeside({ call }: { call: PanelCall }) {
  const t = useTexts(desktop);
  const me = signedIn(useStore(session.state));
  const spoken = useStore(language);
  const panels = CALL_PANELS.filter(({ permission }) => may(me, permission));
  const tabs = panels.filter(({ place }) => place === 'tab');
  const [openId, setOpenId] = useState<string | undefined>(tabs[0]?.id);
  const open = tabs.find(({ id }) => id === openId);
  const title = tabs.length > 1 ? (
    <Segmented aria-label={t('beside')} value={openId ?? ''} onChange={setOpenId} options={tabs.map((tab) => ({ value: tab.id, label: tab.title[spoken] }))} />
  ) : open?.title[spoken];
  return (
    <Pane title={title}>
      <Flex vertical gap={20}>
        {open && <PanelOf panel={open} call={call} />}
        {panels.filter(({ place }) => place === 'always').map((panel) => (
          <Flex key={panel.id} vertical gap={8}>
            <Typography.Text strong>{panel.title[spoken]}</Typography.Text>
            <PanelOf panel={panel} call={call} />
          </Flex>
        ))}
      </Flex>
    </Pane>
  );
}

function PanelOf({ panel: { id }, call }: { panel: CallPanel; call: PanelCall }) {
  const Panel = useStore(loadedPanels).get(id);
  return <div data-panel={id}>{Panel && <Panel call={call} />}</div>;
}
