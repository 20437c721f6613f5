import { AccessGrant } from './features/access-grants/access-grant.entity';
import { Agent } from './features/agents/agent.entity';
import { AgentSpell } from './features/agents/agent-spell.entity';
import { ApiKey } from './features/api-keys/api-key.entity';
import { Branding } from './features/branding/branding.entity';
import { BreakReasonList } from './features/break-reasons/break-reason-list.entity';
import { Calendar } from './features/calendars/calendar.entity';
import { Call } from './features/calls/call.entity';
import { CallLeg } from './features/calls/call-leg.entity';
import { CallOffer } from './features/calls/call-offer.entity';
import { CallStay } from './features/calls/call-stay.entity';
import { CdrReject } from './features/calls/cdr-reject.entity';
import { CallingPlanRow } from './features/calling-plan/calling-plan.entity';
import { Contract } from './features/contracts/contract.entity';
import { Customer } from './features/customers/customer.entity';
import { CustomerImport } from './features/customers/customer-import.entity';
import { CustomerImportPortion } from './features/customers/customer-import-portion.entity';
import { CustomerNumber } from './features/customers/customer-number.entity';
import { Emergency } from './features/emergencies/emergency.entity';
import { Erasure } from './features/erasures/erasure.entity';
import { Hand } from './features/hands/hand.entity';
import { HandTopicList } from './features/hand-topics/hand-topic-list.entity';
import { IvrScript } from './features/ivr-scripts/ivr-script.entity';
import { IvrScriptVersion } from './features/ivr-scripts/ivr-script-version.entity';
import { Invoice } from './features/invoices/invoice.entity';
import { InvoiceLine } from './features/invoices/invoice-line.entity';
import { LedgerEntry } from './features/ledger/ledger-entry.entity';
import { Notice } from './features/notices/notice.entity';
import { PhoneNumber } from './features/numbers/number.entity';
import { StockedNumber } from './features/number-stock/stocked-number.entity';
import { PasswordReset } from './features/password-resets/password-reset.entity';
import { Queue } from './features/queues/queue.entity';
import { Tier } from './features/queues/tier.entity';
import { Reconciliation } from './features/reconciliations/reconciliation.entity';
import { Recording } from './features/recordings/recording.entity';
import { CallNote } from './features/call-notes/call-note.entity';
import { Supervision } from './features/call-control/supervision.entity';
import { RecordingPause } from './features/recordings/recording-pause.entity';
import { RetentionPolicy } from './features/retention/retention-policy.entity';
import { RetentionRun } from './features/retention/retention-run.entity';
import { Seat } from './features/seats/seat.entity';
import { Sound } from './features/sounds/sound.entity';
import { SoundTake } from './features/sounds/sound-take.entity';
import { Segment } from './features/segments/segment.entity';
import { SpendReservation } from './features/spending/spend-reservation.entity';
import { IdentityLink } from './features/sign-in/identity-link.entity';
import { IdentityProvider } from './features/sign-in/identity-provider.entity';
import { SecondFactor, StaffSecondFactor } from './features/sign-in/second-factor.entity';
import { SignInPolicy } from './features/sign-in/sign-in-policy.entity';
import { Session, StaffSession } from './features/sign-in/session.entity';
import { Staff } from './features/staff/staff.entity';
import { CallbackAttempt } from './features/callbacks/callback-attempt.entity';
import { Callback } from './features/callbacks/callback.entity';
import { Voicemail } from './features/voicemails/voicemail.entity';
import { ScriptPath } from './features/script-paths/script-path.entity';
import { SurveyAnswer } from './features/surveys/survey-answer.entity';
import { TariffVersion } from './features/tariffs/tariff.entity';
import { AgentSkill } from './features/skills/agent-skill.entity';
import { QueueSkill } from './features/skills/queue-skill.entity';
import { Skill } from './features/skills/skill.entity';
import { Team } from './features/teams/team.entity';
import { TeamSupervisor } from './features/teams/team-supervisor.entity';
import { Phone } from './features/phones/phone.entity';
import { PlatformLease } from './features/tenants/platform-lease.entity';
import { Tenant } from './features/tenants/tenant.entity';
import { Usage } from './features/usage/usage.entity';
import { User } from './features/users/user.entity';
import { AuditEntry } from './platform/audit/audit-entry.entity';
import { AuditHeadRow } from './platform/audit/audit-head.entity';
import { TenantKey } from './platform/encryption/tenant-key.entity';
import { OutboxEntry } from './platform/events/outbox-entry.entity';
import { TenantRevision } from './platform/tenancy/tenant-revision.entity';
import { WebhookDelivery } from './features/webhooks/webhook-delivery.entity';
import { WrapUpCode } from './features/wrap-up-codes/wrap-up-code.entity';
import { WrapUpCodeQueue } from './features/wrap-up-codes/wrap-up-code-queue.entity';
import { WebhookEndpoint } from './features/webhooks/webhook-endpoint.entity';

/** Every table, for both data sources, the migrations and their tests. */
export const ENTITIES = [
  AccessGrant,
  Agent,
  AgentSpell,
  ApiKey,
  AuditEntry,
  AuditHeadRow,
  Branding,
  BreakReasonList,
  Calendar,
  IvrScript,
  IvrScriptVersion,
  ScriptPath,
  SurveyAnswer,
  Callback,
  CallbackAttempt,
  Voicemail,
  Notice,
  Call,
  CallLeg,
  CallOffer,
  CallStay,
  CallingPlanRow,
  CdrReject,
  Contract,
  Customer,
  CustomerImport,
  CustomerImportPortion,
  CustomerNumber,
  Emergency,
  Erasure,
  Hand,
  HandTopicList,
  IdentityLink,
  IdentityProvider,
  Invoice,
  InvoiceLine,
  LedgerEntry,
  OutboxEntry,
  Phone,
  PasswordReset,
  PhoneNumber,
  PlatformLease,
  Queue,
  Reconciliation,
  Recording,
  RecordingPause,
  CallNote,
  Supervision,
  RetentionPolicy,
  RetentionRun,
  Seat,
  SecondFactor,
  Sound,
  SoundTake,
  Segment,
  Team,
  TeamSupervisor,
  Skill,
  AgentSkill,
  QueueSkill,
  SpendReservation,
  Session,
  SignInPolicy,
  Staff,
  StaffSecondFactor,
  StaffSession,
  StockedNumber,
  TariffVersion,
  Tenant,
  TenantKey,
  TenantRevision,
  Tier,
  Usage,
  User,
  WebhookDelivery,
  WebhookEndpoint,
  WrapUpCode,
  WrapUpCodeQueue,
];
