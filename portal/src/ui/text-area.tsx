import { theme } from 'antd';
import type { ComponentProps } from 'react';

/** Many lines of text. The browser's own: antd's is a twentieth of the desktop's scripts. */
export function TextArea(props: ComponentProps<'textarea'>) {
  const { token } = theme.useToken();
  return (
    <textarea
      {...props}
      style={{
        width: '100%',
        boxSizing: 'border-box',
        padding: '8px 11px',
        font: 'inherit',
        lineHeight: 1.5,
        resize: 'vertical',
        color: token.colorText,
        background: token.colorBgContainer,
        border: `1px solid ${token.colorTextDescription}`,
        borderRadius: token.borderRadius,
        ...props.style,
      }}
    />
  );
}
