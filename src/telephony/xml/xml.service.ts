import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { callcenterXml } from './callcenter-xml';
import { type Action, dialplanXml } from './dialplan-xml';
import { directoryXml, refusesRegistration } from './directory-xml';
import { QuestionRate } from './question-rate';
import type { SwitchForm } from './switch-form';
import { SwitchQuestions } from './switch-questions';
import { NOT_FOUND_XML } from './xml-element';

/**
 * Sign-ins that one address, and all of one domain, may try. A whole office behind one address comes back at once after a
 * power cut; whoever guesses passwords comes faster and does not stop.
 */
const FROM_ADDRESS = { burst: 300, perSecond: 30 };
const AT_DOMAIN = { burst: 2000, perSecond: 200 };

/** A page that is a phone sends it with what it has to sign; the switch passes on what begins with `X-`. */
const PHONE_HEADER = 'X-Seatline-Phone';
/** To "not found" the switch would ask again and again: it is what it makes of our being away (freeswitch/conf/freeswitch.xml). */
const NOWHERE: Action[] = [['hangup', 'NO_ROUTE_DESTINATION']];
/** `epoch:uuid:bl_xfer:destination/context/dialplan` */
const TRANSFERRED = /^\d+:[^:]*:bl_xfer:/;

/** Answers mod_xml_curl: what is asked decides who is asked, and the answer names one tenant only. */
@Injectable()
export class XmlService {
  private readonly ofAddress = new QuestionRate(FROM_ADDRESS);
  private readonly ofDomain = new QuestionRate(AT_DOMAIN);

  constructor(
    private readonly questions: SwitchQuestions,
    private readonly clock: Clock,
  ) {}

  answer(form: SwitchForm): Promise<string> {
    switch (form.get('section')) {
      case 'directory':
        return this.directory(form);
      case 'dialplan':
        return this.dialplan(form);
      case 'configuration':
        return this.configuration(form);
      default:
        return Promise.resolve(NOT_FOUND_XML);
    }
  }

  private async directory(form: SwitchForm): Promise<string> {
    const [extension, domain] = [form.get('user'), form.get('domain')];
    if (!extension || !domain) return NOT_FOUND_XML;
    const claim = { method: form.get('sip_auth_method'), realm: domain, toHost: form.get('sip_to_host') };
    if (refusesRegistration(claim) || this.isTooMuch(form, domain)) return NOT_FOUND_XML;
    const user = await this.questions.user(domain, extension, form.get(PHONE_HEADER));
    return user ? directoryXml(user) : NOT_FOUND_XML;
  }

  /** Only of sign-ins: the switch's own look-ups, to ring a seat, are as many as there are calls. */
  private isTooMuch(form: SwitchForm, domain: string): boolean {
    if (form.get('action') !== 'sip_auth') return false;
    const now = this.clock.now().getTime();
    return !this.ofAddress.allows(form.get('ip') ?? '', now) || !this.ofDomain.allows(domain.toLowerCase(), now);
  }

  private async dialplan(form: SwitchForm): Promise<string> {
    const context = form.get('Hunt-Context') ?? form.get('Caller-Context');
    const destination = form.get('Hunt-Destination-Number') ?? form.get('Caller-Destination-Number');
    if (!context || !destination) return NOT_FOUND_XML;
    const variable = (name: string) => form.get(`variable_${name}`);
    const callerNumber = form.get('Caller-Caller-ID-Number') ?? '';
    const [node, legUuid] = [form.get('FreeSWITCH-Switchname') ?? '', form.get('Unique-ID') ?? ''];
    const transferred = TRANSFERRED.test(form.get('Hunt-Transfer-Source') ?? '');
    const question = { node, legUuid, context, destination, transferred, callerNumber, variable };
    return dialplanXml(context, destination, (await this.questions.route(question)) ?? NOWHERE);
  }

  private async configuration(form: SwitchForm): Promise<string> {
    if (form.get('key_value') !== 'callcenter.conf') return NOT_FOUND_XML;
    const name = form.get('CC-Queue');
    if (!name) return callcenterXml();
    const queue = await this.questions.queue(name);
    return queue ? callcenterXml(queue) : NOT_FOUND_XML;
  }
}
