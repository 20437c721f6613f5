import { Alert, Button, Card, Flex, Progress } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { isTrouble } from './outcome-text';
import { billing } from './texts';
import type { Closing } from './use-closing';

export function ClosingProgress({ closing: { running, outcomes, stop } }: { closing: Closing }) {
  const t = useTexts(billing);
  if (running) {
    return (
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Progress percent={Math.round((running.done / running.count) * 100)} showInfo={false} style={{ flex: '1 1 200px', margin: 0 }} />
          <span className="figures" role="status">{t('progress', { done: running.done, count: running.count })}</span>
          <Button size="small" onClick={stop}>{t('stop')}</Button>
        </Flex>
      </Card>
    );
  }
  if (outcomes.size === 0) return null;
  const good = [...outcomes.values()].filter((outcome) => !isTrouble(outcome)).length;
  return <Alert type={good === outcomes.size ? 'success' : 'warning'} showIcon role="status" title={t('done', { good, count: outcomes.size })} />;
}
