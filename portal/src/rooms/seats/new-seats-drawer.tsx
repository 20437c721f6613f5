import { Alert, App, Button, Drawer, Flex, Form, Grid, Input, Progress, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import { allNumbers } from '../../data/numbers';
import { allSeats } from '../../data/seats';
import { currentTariff } from '../../data/tariff';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { integer, money } from '../../texts/formats';
import { BadText } from '../../ui/bad-text';
import { ui } from '../../ui/texts';
import { extensionsOf, listed, planSeats, type SeatPlan } from './seat-range';
import { seats } from './texts';

interface Progressing {
  done: number;
  failures: { extension: string; reason: string }[];
  all: number;
}

/** One seat or a range: what would be made, skipped and paid is shown while it is typed. */
export function NewSeatsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(seats);
  const small = !(Grid.useBreakpoint().sm ?? true);
  const [busy, setBusy] = useState(false);
  return (
    <Drawer title={t('new')} open={open} onClose={onClose} closable={!busy} keyboard={!busy} mask={{ closable: !busy }} size={small ? '100%' : 480} destroyOnHidden>
      <NewSeats onBusy={setBusy} onClose={onClose} />
    </Drawer>
  );
}

function NewSeats({ onBusy, onClose }: { onBusy: (busy: boolean) => void; onClose: () => void }) {
  const [t, words, saved] = [useTexts(seats), useTexts(ui), useTexts(shell)];
  const { message } = App.useApp();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [progress, setProgress] = useState<Progressing | null>(null);
  const stopped = useRef(false);
  const leased = useQuery(allSeats).data;
  const numbers = useQuery({ ...allNumbers, enabled: useMay('numbers:read') }).data;
  const limit = useTenant().data?.seat_limit ?? 0;
  const extensions = extensionsOf(first, last);
  const plan = extensions && leased ? planSeats(extensions, leased.map(({ extension }) => extension), (numbers ?? []).map(({ number }) => number), limit) : null;
  const running = progress !== null && progress.done + progress.failures.length < progress.all && !stopped.current;
  const wrongRange = last !== '' && /^\d{4,6}$/.test(last) && extensionsOf(first, last) === null && extensionsOf(first, '') !== null;
  const lease = async ({ make }: SeatPlan) => {
    stopped.current = false;
    onBusy(true);
    const now: Progressing = { done: 0, failures: [], all: make.length };
    for (const extension of make) {
      if (stopped.current) break;
      setProgress({ ...now });
      await answerOf(api.POST('/v1/seats', { body: { extension } })).then(
        () => (now.done += 1),
        (error: unknown) => (now.failures = [...now.failures, { extension, reason: error instanceof ProblemError ? error.message : String(error) }]),
      );
    }
    stopped.current = true;
    setProgress({ ...now });
    onBusy(false);
    void queries.invalidateQueries();
    if (now.done < now.all) return;
    void message.success(saved('saved'));
    onClose();
  };
  return (
    <Form layout="vertical" requiredMark="optional" onFinish={() => plan && void lease(plan)}>
      <Form.Item label={t('first')} extra={t('first_hint')} required htmlFor="first-extension">
        <Input id="first-extension" autoFocus value={first} maxLength={6} inputMode="numeric" disabled={running} onChange={({ target }) => setFirst(target.value.trim())} />
      </Form.Item>
      <Form.Item label={t('last')} extra={t('last_hint')} htmlFor="last-extension" {...(wrongRange && { validateStatus: 'error', help: t('range_rule') })}>
        <Input id="last-extension" value={last} maxLength={6} inputMode="numeric" disabled={running} onChange={({ target }) => setLast(target.value.trim())} />
      </Form.Item>
      <Flex vertical gap={12}>
        {plan && <Preview plan={plan} limit={limit} />}
        {progress && <Progress percent={Math.floor((progress.done / progress.all) * 100)} aria-label={t('new')} />}
        {progress && <Typography.Text className="figures">{t('made_of', { done: progress.done, all: progress.all })}</Typography.Text>}
        {progress?.failures.map(({ extension, reason }) => <BadText key={extension}>{t('not_made', { extension, reason })}</BadText>)}
        <Flex gap={8} justify="flex-end">
          {running ? <Button onClick={() => (stopped.current = true)}>{t('stop')}</Button> : <Button onClick={onClose}>{words('cancel')}</Button>}
          <Button type="primary" htmlType="submit" loading={running} disabled={!plan || plan.make.length === 0 || plan.make.length > plan.room}>
            {t('lease', { count: plan?.make.length ?? 0 })}
          </Button>
        </Flex>
      </Flex>
    </Form>
  );
}

function Preview({ plan: { make, skip, clash, room }, limit }: { plan: SeatPlan; limit: number }) {
  const t = useTexts(seats);
  const tariff = useQuery({ ...currentTariff, enabled: useMay('tariffs:read') }).data?.current;
  const price = tariff && {
    price: money(tariff.seat_monthly_micro, tariff.currency),
    total: money(String(BigInt(tariff.seat_monthly_micro) * BigInt(make.length)), tariff.currency),
  };
  const isOver = make.length > room;
  return (
    <Alert
      role="status"
      type={isOver ? 'error' : 'info'}
      title={`${t('will_make', { count: make.length })}${make.length > 0 ? `: ${listed(make)}` : ''}`}
      description={
        <Flex vertical gap={4}>
          {isOver && <span>{t('over_quota', { limit: integer(limit), room: integer(room) })}</span>}
          {skip.length > 0 && <span>{t('will_skip', { list: listed(skip) })}</span>}
          {clash.length > 0 && <span>{t('will_clash', { list: listed(clash) })}</span>}
          {price && make.length > 0 && <span>{t('cost_month', price)}</span>}
        </Flex>
      }
    />
  );
}
