import { App, Button, Grid, Steps, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { RoomPage } from '../../ui/room-page';
import { useDraft } from './draft';
import { valueAt, valuesOf } from './draft-text';
import { EditStep } from './edit-step';
import { type Applied, LiveStep } from './live-step';
import { PlanStep } from './plan-step';
import { StartStep } from './start-step';
import { wizard } from './texts';

type Plan = Schemas['PlanDto'];

interface WizardProps {
  title: string;
  /** Whose draft is kept. */
  draftName: string;
  /** The tenant's file as it is; null for a new tenant. */
  initial: string | null;
}

/** From a file to a call centre that takes calls: begin, write, read the plan, apply. */
export function Wizard({ title, draftName, initial }: WizardProps) {
  const t = useTexts(wizard);
  const { modal } = App.useApp();
  const wide = Grid.useBreakpoint().md ?? true;
  const draft = useDraft(draftName);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [isNew, setIsNew] = useState(false);
  const [applied, setApplied] = useState<Applied | null>(null);
  const text = draft.text ?? initial;
  const applying = useMutation({
    mutationFn: async (read: Plan) => {
      const file = text ?? '';
      const began = performance.now();
      const now = await answerOf(api.POST('/v1/tenants/plan', { body: { file } }));
      // only what was read is done
      if (now.text !== read.text) return { plan: now, done: null };
      const done = await answerOf(api.PUT('/v1/tenants/file', { body: { file } }));
      return { plan: now, done, seconds: (performance.now() - began) / 1000 };
    },
    onSuccess: ({ plan: now, done, seconds = 0 }) => {
      setPlan(now);
      setIsNew(done === null);
      if (!done) return;
      setApplied({ slug: String(valueAt(valuesOf(text ?? ''), ['tenant'])), changes: done.changes, seconds });
      draft.drop();
    },
  });
  const back = (next: Plan | null) => {
    applying.reset();
    setIsNew(false);
    setPlan(next);
  };
  const startOver = () => modal.confirm({ title: t('start_over_question'), okText: t('start_over'), cancelText: t('go_on'), onOk: draft.drop });
  const step = applied ? 3 : plan ? 2 : text !== null ? 1 : 0;
  useEffect(() => {
    scrollTo(0, 0);
  }, [step]);
  const steps = [t('step_start'), t('step_edit'), t('step_plan'), t('step_live')].map((each) => ({ title: each }));
  return (
    <RoomPage title={title} about={t('about')}>
      {wide ? <Steps current={step} items={steps} size="small" /> : <Typography.Text strong>{step + 1} / {steps.length} · {steps[step]?.title}</Typography.Text>}
      {step === 0 && <StartStep onStart={draft.write} />}
      {step === 1 && (
        <EditStep
          text={text ?? ''}
          write={draft.write}
          isChange={initial !== null}
          onPlanned={back}
          actions={draft.text !== null && <Button onClick={startOver}>{t('start_over')}</Button>}
        />
      )}
      {step === 2 && plan && (
        <PlanStep
          plan={plan}
          isNew={isNew}
          isApplying={applying.isPending}
          error={applying.error}
          onApply={() => applying.mutate(plan)}
          actions={<Button disabled={applying.isPending} onClick={() => back(null)}>{t('back')}</Button>}
        />
      )}
      {applied && <LiveStep applied={applied} />}
    </RoomPage>
  );
}
