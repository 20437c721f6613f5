import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../texts/define-texts';
import { phoneChoice } from './desktop-queries';
import { desktop } from './texts';

export function SeatChoice({ value, onChange }: { value: string | null; onChange: (seatId: string) => void }) {
  const t = useTexts(desktop);
  const { data, isPending } = useQuery(phoneChoice);
  return (
    <Select<string>
      aria-label={t('choose_seat')}
      placeholder={t('choose_seat')}
      notFoundContent={t('no_seats')}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      options={data?.free_seats.map(({ id, extension }) => ({ value: id, label: extension })) ?? []}
    />
  );
}
