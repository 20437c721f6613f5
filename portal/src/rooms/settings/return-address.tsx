import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { signInPolicy } from './sign-in-policy-query';

/** The redirect URI to register with the identity provider, to the letter: the operator sets it, and the API tells it. */
export function ReturnAddress() {
  const words = useTexts(ui);
  const { data } = useQuery(signInPolicy);
  const address = data?.data.oidc_redirect_url;
  if (address === undefined) return null;
  return <Typography.Text code copyable={{ text: address, tooltips: [words('copy'), words('copied')] }} style={{ wordBreak: 'break-all' }}>{address}</Typography.Text>;
}
