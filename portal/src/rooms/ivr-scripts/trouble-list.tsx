import { CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { isDark } from '../../theme/appearance';
import { STATE_COLOURS } from '../../theme/theme';
import type { ScriptDocument } from './document';
import type { Trouble } from './findings';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

/** One thing that is wrong, by picture, colour and words. */
export function TroubleLine({ trouble: { severity, name, text }, at }: { trouble: Trouble; at?: string }) {
  const dark = useStore(isDark);
  const colour = STATE_COLOURS[severity === 'error' ? 'bad' : 'warn'][dark ? 'dark' : 'light'];
  const Icon = severity === 'error' ? CloseCircleOutlined : WarningOutlined;
  return (
    <Flex gap={8} align="baseline" style={{ fontSize: 13, textAlign: 'start', whiteSpace: 'normal' }}>
      <Icon style={{ color: colour }} aria-hidden />
      <span>{at && <strong>{at}: </strong>}{name && `${name}: `}{text}</span>
    </Flex>
  );
}

interface TroubleListProps {
  document: ScriptDocument | null;
  troubles: readonly Trouble[];
  onOpen?: (trouble: Trouble) => void;
}

/** All that is wrong; each line leads to its step. */
export function TroubleList({ document, troubles, onOpen }: TroubleListProps) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const nameOf = (step: string | null) => (step === null ? t('whole_script') : words.step(step, document?.steps[step]));
  if (troubles.length === 0) return <Typography.Text type="secondary">{t('findings_none')}</Typography.Text>;
  return (
    <Flex vertical component="ul" gap={4} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {troubles.map((trouble, index) => (
        <li key={index}>
          {onOpen && trouble.step !== null ? (
            <Button
              type="text"
              size="small"
              style={{ height: 'auto', padding: '4px 6px', margin: '0 -6px' }}
              onClick={() => onOpen(trouble)}
            >
              <TroubleLine trouble={trouble} at={nameOf(trouble.step)} />
            </Button>
          ) : <TroubleLine trouble={trouble} at={nameOf(trouble.step)} />}
        </li>
      ))}
    </Flex>
  );
}
