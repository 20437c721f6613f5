import { Flex, Select, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import type { ScriptDocument } from './document';
import { FieldFrame } from './field-frame';
import type { Trouble } from './findings';
import { NumbersLed } from './numbers-led';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';
import { TroubleList } from './trouble-list';
import type { Choice } from './use-known';

interface ScriptPanelProps {
  name: string;
  document: ScriptDocument;
  troubles: readonly Trouble[];
  queues: Choice[];
  mayWrite: boolean;
  change: (next: ScriptDocument) => void;
  onOpen: (trouble: Trouble) => void;
}

/** What concerns the script as a whole; open while no step is. */
export function ScriptPanel({ name, document, troubles, queues, mayWrite, change, onOpen }: ScriptPanelProps) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const steps = Object.entries(document.steps).map(([value, step]) => ({ value, label: words.step(value, step) }));
  const errorsAt = (field: string) => troubles.filter((each) => each.step === null && each.field === field).map(({ text }) => text);
  return (
    <Flex vertical gap={16}>
      <div>
        <Typography.Title level={2} style={{ fontSize: 16, margin: '0 0 4px' }}>{t('script_settings')}</Typography.Title>
        <Typography.Text type="secondary" style={{ fontSize: 13 }}>{mayWrite ? t('choose_hint') : t('read_only')}</Typography.Text>
      </div>
      <section>
        <Typography.Title level={3} style={{ fontSize: 14 }}>{t('findings')}</Typography.Title>
        <TroubleList document={document} troubles={troubles} onOpen={onOpen} />
      </section>
      <div>
        <FieldFrame id="script-start" label={t('start')} errors={errorsAt('start')}>
          <Select
            id="script-start"
            disabled={!mayWrite}
            showSearch={{ optionFilterProp: 'label' }}
            value={document.start}
            options={steps}
            onChange={(start) => change({ ...document, start })}
          />
        </FieldFrame>
        <FieldFrame id="script-fallback" label={t('fallback')} hint={t('fallback_hint')} errors={errorsAt('fallback')}>
          <Select
            id="script-fallback"
            disabled={!mayWrite}
            showSearch={{ optionFilterProp: 'label' }}
            value={document.fallback}
            options={queues}
            onChange={(fallback) => change({ ...document, fallback })}
          />
        </FieldFrame>
      </div>
      <section>
        <Typography.Title level={3} style={{ fontSize: 14 }}>{t('used_by_title')}</Typography.Title>
        <NumbersLed script={name} />
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>{t('used_by_none')}</Typography.Text>
      </section>
    </Flex>
  );
}
