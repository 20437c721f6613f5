import { Tag } from 'antd';

/** What a customer's calls are worth, by name; the colour says nothing that the name does not. */
export function SegmentTag({ segment }: { segment: { name: string; colour: string } | null | undefined }) {
  if (!segment) return null;
  return <Tag variant="outlined" color={segment.colour === 'grey' ? 'default' : segment.colour} style={{ marginInlineEnd: 0 }}>{segment.name}</Tag>;
}
