import { CheckCircleOutlined, CloseCircleOutlined, ControlOutlined, PartitionOutlined, RedoOutlined, UndoOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex, Grid, Typography } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTexts } from '../../texts/define-texts';
import { countOf, type Trouble } from './findings';
import { ivrScripts } from './texts';
import type { ScriptDraft } from './use-script-draft';

interface ToolbarProps {
  draft: ScriptDraft;
  mayWrite: boolean;
  check: Pick<UseQueryResult, 'isPending' | 'isError'>;
  troubles: readonly Trouble[];
  /** Opens what concerns the script as a whole, with all that the check found. */
  onSettings: () => void;
}

export function Toolbar({ draft: { document, drawn, change, canUndo, canRedo, undo, redo, isDirty }, mayWrite, check, troubles, onSettings }: ToolbarProps) {
  const t = useTexts(ivrScripts);
  const wide = Grid.useBreakpoint().lg ?? true;
  const { errors, warnings } = countOf(troubles);
  const isByHand = drawn?.layout !== undefined && Object.keys(drawn.layout).length > 0;
  const arrange = () => {
    const { layout: _, ...rest } = document as Record<string, unknown>;
    change(rest);
  };
  const found = [errors > 0 && t('errors', { count: errors }), warnings > 0 && t('warnings', { count: warnings })].filter(Boolean).join(', ');
  const Icon = errors > 0 ? CloseCircleOutlined : warnings > 0 ? WarningOutlined : CheckCircleOutlined;
  return (
    <Flex gap={8} align="center" wrap>
      {mayWrite && (
        <>
          <Button icon={<UndoOutlined />} disabled={!canUndo} aria-label={t('undo')} title={`${t('undo')} (Ctrl+Z)`} onClick={undo} />
          <Button icon={<RedoOutlined />} disabled={!canRedo} aria-label={t('redo')} title={`${t('redo')} (Ctrl+Y)`} onClick={redo} />
          {wide && <Button icon={<PartitionOutlined />} disabled={!isByHand} aria-label={t('arrange')} title={`${t('arrange')}: ${t('arrange_hint')}`} onClick={arrange} />}
        </>
      )}
      <Button icon={<ControlOutlined />} onClick={onSettings}>{t('settings')}</Button>
      <Button type="text" danger={errors > 0} icon={<Icon aria-hidden />} onClick={onSettings}>
        {check.isError ? t('check_failed') : check.isPending ? t('checking') : found || t('no_findings')}
      </Button>
      {mayWrite && <Typography.Text type="secondary" role="status">{isDirty ? t('unsaved') : t('all_saved')}</Typography.Text>}
    </Flex>
  );
}
