import { theme } from 'antd';

type Colour = 'red' | 'orange' | 'gold' | 'green' | 'cyan' | 'blue' | 'purple';
const COLOURS: readonly Colour[] = ['red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'];

/**
 * What a customer's calls are worth, by name; the colour says nothing that the name does not. Not antd's tag, which weighs more
 * than a desktop that has to be there at once may carry.
 */
export function SegmentTag({ segment }: { segment: { name: string; colour: string } | null | undefined }) {
  const { token } = theme.useToken();
  if (!segment) return null;
  const colour = COLOURS.find((each) => each === segment.colour);
  const [line, ground] = colour ? [token[`${colour}6`], token[`${colour}1`]] : [token.colorBorder, token.colorFillQuaternary];
  return (
    <span style={{ padding: '0 8px', border: `1px solid ${line}`, borderRadius: token.borderRadiusSM, background: ground, color: token.colorText, fontSize: 12, lineHeight: '20px', whiteSpace: 'nowrap' }}>
      {segment.name}
    </span>
  );
}
