import { Select, type SelectProps } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allTenants } from '../../data/tenants';

/** One of the living tenants, by its name. */
export function TenantSelect(props: SelectProps<string>) {
  const { data = [], isPending } = useQuery(allTenants);
  const options = data.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label));
  return <Select allowClear showSearch={{ optionFilterProp: 'label' }} loading={isPending} options={options} {...props} />;
}
