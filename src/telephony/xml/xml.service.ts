import { Injectable } from '@nestjs/common';
import { callcenterXml } from './callcenter-xml';
import { dialplanXml } from './dialplan-xml';
import { directoryXml, refusesRegistration } from './directory-xml';
import { SwitchQuestions } from './switch-questions';
import { NOT_FOUND_XML } from './xml-element';

export type XmlForm = Record<string, string | undefined>;

/** Answers mod_xml_curl: what is asked decides who is asked, and the answer names one tenant only. */
@Injectable()
export class XmlService {
  constructor(private readonly questions: SwitchQuestions) {}

  answer(form: XmlForm): Promise<string> {
    switch (form['section']) {
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

  private async directory(form: XmlForm): Promise<string> {
    const { user: extension, domain } = form;
    if (!extension || !domain) return NOT_FOUND_XML;
    const claim = { method: form['sip_auth_method'], realm: domain, toHost: form['sip_to_host'] };
    if (refusesRegistration(claim)) return NOT_FOUND_XML;
    const user = await this.questions.user(domain, extension);
    return user ? directoryXml(user) : NOT_FOUND_XML;
  }

  private async dialplan(form: XmlForm): Promise<string> {
    const context = form['Hunt-Context'] ?? form['Caller-Context'];
    const destination = form['Hunt-Destination-Number'] ?? form['Caller-Destination-Number'];
    if (!context || !destination) return NOT_FOUND_XML;
    const variable = (name: string) => form[`variable_${name}`];
    const actions = await this.questions.route({ context, destination, variable });
    return actions ? dialplanXml(context, destination, actions) : NOT_FOUND_XML;
  }

  private async configuration(form: XmlForm): Promise<string> {
    if (form['key_value'] !== 'callcenter.conf') return NOT_FOUND_XML;
    const name = form['CC-Queue'];
    if (!name) return callcenterXml();
    const queue = await this.questions.queue(name);
    return queue ? callcenterXml(queue) : NOT_FOUND_XML;
  }
}
