import './designer.css';
import {
  AudioOutlined,
  BranchesOutlined,
  CustomerServiceOutlined,
  DisconnectOutlined,
  EnterOutlined,
  FieldTimeOutlined,
  FileSyncOutlined,
  MessageOutlined,
  NumberOutlined,
  PhoneOutlined,
  SearchOutlined,
  SoundOutlined,
  StarOutlined,
  TagOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { isKind, type KindName, KINDS } from './kinds';

const ICONS: Record<KindName, ComponentType> = {
  play: SoundOutlined,
  menu: UnorderedListOutlined,
  collect: NumberOutlined,
  survey: StarOutlined,
  branch: BranchesOutlined,
  look_up: SearchOutlined,
  set: TagOutlined,
  queue: CustomerServiceOutlined,
  callback: FieldTimeOutlined,
  voicemail: AudioOutlined,
  notice: MessageOutlined,
  transfer: PhoneOutlined,
  script: FileSyncOutlined,
  return: EnterOutlined,
  hang_up: DisconnectOutlined,
};

/** A kind's picture in the colour of its purpose; what it is stands beside it in words. */
export function KindIcon({ type }: { type: string }) {
  if (!isKind(type)) return null;
  const Icon = ICONS[type];
  return <span className="ivr-icon" data-purpose={KINDS[type].purpose} aria-hidden><Icon /></span>;
}
