import { PhoneOutlined, RedoOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form, Input, Select, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSegments } from '../../data/segments';
import { useTexts } from '../../texts/define-texts';
import { currentLanguage } from '../../texts/language';
import { ProblemAlert } from '../../ui/problem-alert';
import type { ScriptDocument } from './document';
import type { Trouble } from './findings';
import { useStepWords } from './step-words';
import { TrialActions } from './trial-actions';
import { TroubleList } from './trouble-list';
import { commandOf } from './try-command';
import { tryTexts } from './try-texts';
import { TurnLines } from './turn-lines';
import type { Caller, Trial } from './use-trial';

interface TryPanelProps {
  script: string;
  trial: Trial;
  document: ScriptDocument | null;
  /** What has to be mended before it can be tried out. */
  barred: readonly Trouble[];
}

/** A call to the script in which whoever reads is the caller. */
export function TryPanel({ script, trial, document, barred }: TryPanelProps) {
  const t = useTexts(tryTexts);
  const words = useStepWords();
  const segments = useSegments();
  const [caller, setCaller] = useState<Caller>({ language: currentLanguage(), number: '+8613800000001', segment: '' });
  const { turns, isStale, isPending, error, start, send } = trial;
  const last = turns.at(-1)?.answer;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [turns.length]);
  return (
    <Flex vertical gap={12}>
      <div style={{ paddingInlineEnd: 32 }}>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>{t('title')}</Typography.Title>
        <Typography.Text type="secondary" style={{ fontSize: 13 }}>{t('about')}</Typography.Text>
      </div>
      {!last && (
        <div>
          <Form.Item layout="vertical" label={t('language')} htmlFor="try-language" style={{ marginBottom: 12 }}>
            <Select
              id="try-language"
              value={caller.language}
              options={[{ value: 'zh-CN' as const, label: '中文' }, { value: 'en' as const, label: 'English' }]}
              onChange={(language) => setCaller({ ...caller, language })}
            />
          </Form.Item>
          <Form.Item layout="vertical" label={t('caller')} htmlFor="try-number" style={{ marginBottom: 12 }}>
            <Input
              id="try-number"
              value={caller.number}
              maxLength={30}
              onChange={({ target }) => setCaller({ ...caller, number: target.value })}
            />
          </Form.Item>
          {segments.length > 0 && (
            <Form.Item layout="vertical" label={t('segment')} htmlFor="try-segment" style={{ marginBottom: 12 }}>
              <Select
                id="try-segment"
                allowClear
                placeholder={t('no_segment')}
                value={caller.segment || null}
                options={segments.map(({ name }) => ({ value: name, label: name }))}
                onChange={(segment: string | undefined) => setCaller({ ...caller, segment: segment ?? '' })}
              />
            </Form.Item>
          )}
        </div>
      )}
      {turns.length > 0 && (
        <div className="ivr-call" role="log" aria-label={t('transcript')} tabIndex={0}>
          {turns.map((turn, index) => <TurnLines key={index} turn={turn} before={turns[index - 1]?.answer} script={script} stepName={(name) => words.step(name, document?.steps[name])} />)}
          <div ref={end} />
        </div>
      )}
      {isStale && last && !last.ended && <Alert type="info" showIcon title={t('changed')} />}
      {barred.length > 0
        ? <Alert type="warning" showIcon title={t('refused')} description={<TroubleList document={document} troubles={barred} />} />
        : <ProblemAlert error={error} />}
      {last && !last.ended && <TrialActions key={turns.length} command={commandOf(last.commands.at(-1))} isPending={isPending} send={send} />}
      <Button
        type={last && !last.ended ? 'default' : 'primary'}
        icon={last ? <RedoOutlined /> : <PhoneOutlined />}
        loading={isPending && turns.length === 0}
        disabled={barred.length > 0}
        onClick={() => start(caller)}
      >
        {last ? t('restart') : t('start')}
      </Button>
      {last && <Known values={last.variables} />}
    </Flex>
  );
}

function Known({ values }: { values: unknown }) {
  const t = useTexts(tryTexts);
  const all = Object.entries((values ?? {}) as Record<string, string | null>);
  if (all.length === 0) return null;
  return (
    <section>
      <Typography.Title level={3} style={{ fontSize: 13 }}>{t('values')}</Typography.Title>
      <dl className="ivr-values">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? t('secret')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
