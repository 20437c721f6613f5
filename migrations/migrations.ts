import { Foundation1700000000001 } from './0001-foundation';
import { SignIn1700000000002 } from './0002-sign-in';
import { Outbound1700000000003 } from './0003-outbound';
import { PersonalData1700000000004 } from './0004-personal-data';
import { RequestLimits1700000000005 } from './0005-request-limits';
import { Audit1700000000006 } from './0006-audit';
import { AccessGrants1700000000007 } from './0007-access-grants';
import { SealedNumbers1700000000008 } from './0008-sealed-numbers';
import { IdentityLinks1700000000009 } from './0009-identity-links';
import { Passwords1700000000012 } from './0012-passwords';
import { LeadingNumbers1700000000061 } from './0061-leading-numbers';
import { Erasures1700000000014 } from './0014-erasures';
import { Webhooks1700000000015 } from './0015-webhooks';
import { WebhookDeliveriesAge1700000000016 } from './0016-webhook-deliveries-age';
import { SecondFactors1700000000022 } from './0022-second-factors';
import { PasswordResets1700000000025 } from './0025-password-resets';
import { Branding1700000000027 } from './0027-branding';
import { Supervisions1700000000028 } from './0028-supervisions';
import { CallNotes1700000000029 } from './0029-call-notes';
import { Phones1700000000030 } from './0030-phones';
import { ReconciliationsAge1700000000031 } from './0031-reconciliations-age';
import { ApiKeys1700000000032 } from './0032-api-keys';
import { IdentityProviders1700000000042 } from './0042-identity-providers';
import { UserCreation1700000000043 } from './0043-user-creation';
import { Breaks1700000000044 } from './0044-breaks';
import { NumberStock1700000000048 } from './0048-number-stock';
import { BoundToAccess1700000000049 } from './0049-bound-to-access';
import { ExactNames1700000000050 } from './0050-exact-names';
import { IvrScripts1700000000056 } from './0056-ivr-scripts';
import { SurveyAnswers1700000000057 } from './0057-survey-answers';
import { Callbacks1700000000060 } from './0060-callbacks';
import { ScriptPaths1700000000059 } from './0059-script-paths';
import { Teams1700000000058 } from './0058-teams';
import { WrapUpCodes1700000000062 } from './0062-wrap-up-codes';
import { Hands1700000000063 } from './0063-hands';
import { Voicemails1700000000064 } from './0064-voicemails';
import { QueueStanding1700000000065 } from './0065-queue-standing';
import { Skills1700000000066 } from './0066-skills';
import { CallStays1700000000067 } from './0067-call-stays';
import { Notices1700000000068 } from './0068-notices';
import { TariffBands1700000000069 } from './0069-tariff-bands';
import { ContractTerms1700000000070 } from './0070-contract-terms';
import { Ledger1700000000071 } from './0071-ledger';
import { InvoiceParties1700000000072 } from './0072-invoice-parties';
import { Sounds1700000000051 } from './0051-sounds';
import { Segments1700000000053 } from './0053-segments';
import { Customers1700000000054 } from './0054-customers';
import { CustomerImports1700000000055 } from './0055-customer-imports';

/** In order. Append only: a migration that was released never changes. */
export const MIGRATIONS = [
  Foundation1700000000001,
  SignIn1700000000002,
  Outbound1700000000003,
  PersonalData1700000000004,
  RequestLimits1700000000005,
  Audit1700000000006,
  AccessGrants1700000000007,
  SealedNumbers1700000000008,
  IdentityLinks1700000000009,
  Passwords1700000000012,
  Erasures1700000000014,
  Webhooks1700000000015,
  WebhookDeliveriesAge1700000000016,
  SecondFactors1700000000022,
  PasswordResets1700000000025,
  Branding1700000000027,
  Supervisions1700000000028,
  CallNotes1700000000029,
  Phones1700000000030,
  ReconciliationsAge1700000000031,
  ApiKeys1700000000032,
  IdentityProviders1700000000042,
  UserCreation1700000000043,
  Breaks1700000000044,
  NumberStock1700000000048,
  BoundToAccess1700000000049,
  ExactNames1700000000050,
  IvrScripts1700000000056,
  SurveyAnswers1700000000057,
  Sounds1700000000051,
  Segments1700000000053,
  Customers1700000000054,
  CustomerImports1700000000055,
  ScriptPaths1700000000059,
  Callbacks1700000000060,
  Teams1700000000058,
  LeadingNumbers1700000000061,
  WrapUpCodes1700000000062,
  Hands1700000000063,
  Voicemails1700000000064,
  QueueStanding1700000000065,
  Skills1700000000066,
  CallStays1700000000067,
  Notices1700000000068,
  TariffBands1700000000069,
  ContractTerms1700000000070,
  Ledger1700000000071,
  InvoiceParties1700000000072,
];
