import { App, Button, Flex, Progress, Switch, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { allAgents } from '../../data/agents';
import { allSeats } from '../../data/seats';
import { allTeams } from '../../data/teams';
import { allUsers } from '../../data/users';
import { NoPermissionPage } from '../../shell/closed-pages';
import { useMay } from '../../session/use-may';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { checkLines, type Known } from './check-lines';
import { agentImport, forgetImport, runImport, stopImport } from './import-run';
import { ImportSource } from './import-source';
import { type CheckedImportLine, ImportTable } from './import-table';
import { agents } from './texts';

export function ImportPage() {
  const t = useTexts(agents);
  const mayWrite = useMay('agents:write');
  const { lines } = useStore(agentImport);
  if (!mayWrite) return <NoPermissionPage />;
  return (
    <RoomPage title={t('import_title')} about={t('import_about')}>
      {lines.length === 0 ? <ImportSource /> : <WithKnown />}
    </RoomPage>
  );
}

function WithKnown() {
  const [agentsQuery, teams] = [useQuery(allAgents), useQuery(allTeams)];
  const [seats, users] = [useQuery({ ...allSeats, enabled: useMay('seats:read') }), useQuery({ ...allUsers, enabled: useMay('users:read') })];
  return (
    <Loaded query={agentsQuery}>
      {(known) => (
        <Loaded query={seats}>
          {(places) => <Loaded query={users}>{(people) => <Loaded query={teams}>{(groups) => <Lines known={{ agents: known, seats: places, users: people, teams: groups }} />}</Loaded>}</Loaded>}
        </Loaded>
      )}
    </Loaded>
  );
}

function Lines({ known: { agents: all, seats, users, teams } }: { known: Known }) {
  const t = useTexts(agents);
  const { lines, running } = useStore(agentImport);
  const [onlyWrong, setOnlyWrong] = useState(false);
  const checked = useMemo(() => checkedLines(lines, { agents: all, seats, users, teams }), [lines, all, seats, users, teams]);
  const done = lines.filter(({ state }) => state === 'done').length;
  const ready = checked.filter(({ state, verdict }) => state !== 'done' && verdict.ok);
  const wrong = checked.filter(({ state, verdict }) => state !== 'done' && (!verdict.ok || state === 'failed'));
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [running]);
  return (
    <>
      <Flex gap={12} wrap align="center" justify="space-between">
        <Typography.Text role="status" className="figures">{t('counts', { ready: ready.length, wrong: checked.filter(({ state, verdict }) => state !== 'done' && !verdict.ok).length, done })}</Typography.Text>
        <Flex gap={8} wrap align="center">
          <label><Switch size="small" checked={onlyWrong} onChange={setOnlyWrong} /> {t('only_wrong')}</label>
          {running ? <Button onClick={stopImport}>{t('stop')}</Button> : <Begin ready={ready} />}
        </Flex>
      </Flex>
      {running && (
        <div>
          <Progress percent={Math.floor((done / lines.length) * 100)} aria-label={t('import')} />
          <Typography.Text type="secondary">{t('goes_on')}</Typography.Text>
        </div>
      )}
      <ImportTable lines={onlyWrong ? wrong : checked} running={running} />
    </>
  );
}

function Begin({ ready }: { ready: CheckedImportLine[] }) {
  const t = useTexts(agents);
  const { notification } = App.useApp();
  const begin = async () => {
    const count = await runImport(ready.flatMap(({ line, verdict }) => (verdict.ok ? [{ line, body: verdict.body }] : [])));
    if (count === null) return;
    const { done, failed } = count;
    const show = failed === 0 ? notification.success : notification.warning;
    show({ title: t('import_done'), description: t('import_done_hint', { done, failed }), duration: 0 });
  };
  return (
    <>
      <Button onClick={forgetImport}>{t('start_again')}</Button>
      <Button type="primary" disabled={ready.length === 0} onClick={() => void begin()}>{t('create_count', { count: ready.length })}</Button>
    </>
  );
}

/** A line that is written needs no verdict, and its number is no longer free to anybody. */
function checkedLines(lines: ReturnType<typeof agentImport.get>['lines'], known: Known): CheckedImportLine[] {
  const open = lines.filter(({ state }) => state !== 'done');
  const verdicts = new Map(checkLines(open, known).map((verdict, index) => [open[index]?.line, verdict]));
  return lines.map((line) => ({ ...line, verdict: verdicts.get(line.line) ?? { ok: false, problems: [] } }));
}
