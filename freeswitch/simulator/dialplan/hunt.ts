import type { Channel } from '../channels/channel';
import { profileHeaders, profileField } from '../channels/caller-profile';
import { channelHeaders } from '../channels/channel-headers';
import { expandVariables } from '../channels/expand';
import { Extension, type ApplicationCall } from '../channels/extension';
import type { SimulatedSwitch } from '../simulated-switch';
import type { XmlElement } from '../xml/xml-element';
import { dateHolds } from './date-condition';
import { substitute, toRegExp } from './parse-condition';

/** mod_dialplan_xml: fetches the context, matches its extensions, and lists what to execute. */
export async function huntDialplan(sw: SimulatedSwitch, channel: Channel): Promise<Extension | undefined> {
  const { profile } = channel;
  const hunt = profileHeaders('Hunt', profile, channel.direction);
  const section = await sw.xml.fetch({
    section: 'dialplan',
    tagName: '',
    keyName: '',
    keyValue: '',
    after: [...channelHeaders(channel), ...hunt],
    origin: 'dialplan',
  });
  const context = section?.find('context', 'name', profile.context) ?? section?.find('context', 'name', 'global');
  if (!context) return undefined;
  const matcher = new Matcher(sw, channel);
  for (const extension of context.all('extension')) {
    const proceed = await matcher.match(extension);
    if (proceed && extension.attribute('continue') !== 'true') break;
  }
  if (matcher.collected.length === 0) return undefined;
  return new Extension(matcher.name, profile.destinationNumber, matcher.collected);
}

/** Applications that a dialplan may run while it is still matching (`inline="true"`). */
const INLINE = new Set(['set', 'unset', 'export', 'log', 'limit', 'hash', 'multiset']);

class Matcher {
  readonly collected: ApplicationCall[] = [];
  /** The extension that the first application came from gives the whole its name. */
  name = '';

  constructor(
    private readonly sw: SimulatedSwitch,
    private readonly channel: Channel,
  ) {}

  /** Goes through the conditions of one extension. @returns whether the last one that it looked at held. */
  async match(extension: XmlElement): Promise<boolean> {
    let proceed = false;
    for (const condition of extension.all('condition')) {
      const match = this.holds(condition);
      proceed = match !== undefined;
      const actions = condition.all(match ? 'action' : 'anti-action');
      for (const action of actions) await this.take(action, match, extension.attribute('name') ?? 'UNKNOWN');
      if (!match && actions.length > 0) proceed = true;
      const rule = condition.attribute('break') ?? 'on-false';
      if (rule === 'always' || (rule === 'on-true' && match) || (rule === 'on-false' && !match)) break;
    }
    return proceed;
  }

  private async take(action: XmlElement, match: RegExpMatchArray | undefined, extension: string): Promise<void> {
    const name = action.attribute('application') ?? '';
    const raw = action.text.trim() || (action.attribute('data') ?? '');
    const data = match && match.length > 1 ? substitute(raw, match) : raw;
    if (action.attribute('inline') === 'true' && INLINE.has(name)) {
      await this.sw.executeQuietly(this.channel, name, data);
      return;
    }
    this.name ||= extension;
    this.collected.push({ name, data });
  }

  private holds(condition: XmlElement): RegExpMatchArray | undefined {
    const several = condition.attribute('regex');
    if (several) return this.holdsSeveral(condition, several);
    return this.test(condition);
  }

  private holdsSeveral(condition: XmlElement, rule: string): RegExpMatchArray | undefined {
    const tests = condition.all('regex').map((regex) => this.test(regex));
    const passed = tests.filter((match) => match !== undefined);
    const holds = rule === 'all' ? passed.length === tests.length
      : rule === 'xor' ? passed.length === 1 : passed.length > 0;
    return holds ? (passed.at(-1) ?? emptyMatch()) : undefined;
  }

  private test(condition: XmlElement): RegExpMatchArray | undefined {
    const date = dateHolds(condition, Date.now(), this.channel.get('timezone'));
    const field = condition.attribute('field');
    if (field === undefined) return date === false ? undefined : emptyMatch();
    const expand = (text: string): string => expandVariables(this.channel, text, this.sw.expansion);
    const expression = toRegExp(expand(condition.child('expression')?.text ?? condition.attribute('expression') ?? ''));
    const value = field.includes('$') ? expand(field) : (profileField(this.channel.profile, field) ?? '');
    // Where a condition has a date and a field, the real parser is content with either.
    return expression?.exec(value) ?? (date ? emptyMatch() : undefined);
  }
}

function emptyMatch(): RegExpMatchArray {
  return Object.assign([''], { index: 0, input: '' }) as RegExpMatchArray;
}
