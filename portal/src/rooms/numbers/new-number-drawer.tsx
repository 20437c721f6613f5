import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { currentTariff } from '../../data/tariff';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { money } from '../../texts/formats';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { AvailableNumber } from './available-number';
import { NumberFields } from './number-fields';
import { numbers } from './texts';

type Values = Schemas['CreateNumberDto'];

export function NewNumberDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(numbers), useTexts(ui)];
  return (
    <ObjectDrawer<Values>
      title={t('new')}
      open={open}
      onClose={onClose}
      action={words('create')}
      initial={{ calendar_id: null, greeting: 'welcome', closed: 'closed', scripts_by_hours: [], tests_draft: false }}
      save={(body) => answerOf(api.POST('/v1/numbers', { body }))}
    >
      {() => (
        <>
          <AvailableNumber />
          <NumberFields />
          <Cost />
        </>
      )}
    </ObjectDrawer>
  );
}

function Cost() {
  const t = useTexts(numbers);
  const tariff = useQuery({ ...currentTariff, enabled: useMay('tariffs:read') }).data?.current;
  return tariff ? <Typography.Paragraph type="secondary">{t('cost', { price: money(tariff.number_monthly_micro, tariff.currency) })}</Typography.Paragraph> : null;
}
