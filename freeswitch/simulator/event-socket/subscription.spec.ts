import { SwitchEvent } from '../core/switch-event';
import { Subscription } from './subscription';

const event = (headers: Record<string, string>): SwitchEvent => {
  const made = new SwitchEvent('CHANNEL_CREATE');
  for (const [name, value] of Object.entries(headers)) made.add(name, value);
  return made;
};

describe('Subscription', () => {
  it('takes everything after CUSTOM for a subclass', () => {
    const subscription = new Subscription();
    expect(subscription.listen(['plain', 'HEARTBEAT', 'CUSTOM', 'callcenter::info', 'CHANNEL_CREATE']))
      .toBe('+OK event listener enabled plain');
    expect(subscription.wants('HEARTBEAT', undefined)).toBe(true);
    expect(subscription.wants('CUSTOM', 'callcenter::info')).toBe(true);
    expect(subscription.wants('CUSTOM', 'sofia::register')).toBe(false);
    expect(subscription.wants('CHANNEL_CREATE', undefined)).toBe(false);
  });

  it('knows no nonsense', () => {
    expect(new Subscription().listen(['plain', 'NONSENSE'])).toBe('-ERR no keywords supplied');
    expect(new Subscription().none()).toBe('-ERR not listening for events');
  });

  it('nixes one event out of ALL', () => {
    const subscription = new Subscription();
    subscription.listen(['json', 'ALL']);
    expect(subscription.nix(['HEARTBEAT'])).toBe('+OK events nixed');
    expect(subscription.wants('HEARTBEAT', undefined)).toBe(false);
    expect(subscription.wants('DTMF', undefined)).toBe(true);
  });

  it.each([
    ['no filter', [], { a: '1' }, true],
    ['a positive that matches', ['a 1'], { a: '1' }, true],
    ['a positive that does not', ['a 1'], { a: '2' }, false],
    ['an event without the header', ['a 1'], { b: '1' }, false],
    ['two positives are alternatives', ['a 1', 'b 2'], { b: '2' }, true],
    ['a matching negative', ['a 1', 'b -2'], { a: '1', b: '2' }, false],
    ['a negative alone', ['b -2'], { b: '3' }, false],
  ])('filters: %s', (_, filters, headers, passes) => {
    const subscription = new Subscription();
    for (const filter of filters) subscription.filter(filter);
    expect(subscription.passes(event(headers))).toBe(passes);
  });
});
