import { Module } from '@nestjs/common';
import { AccessGrantsModule } from './features/access-grants/access-grants.module';
import { AgentsModule } from './features/agents/agents.module';
import { ApiKeysModule } from './features/api-keys/api-keys.module';
import { AuditEntriesModule } from './features/audit-entries/audit-entries.module';
import { BrandingModule } from './features/branding/branding.module';
import { BreakReasonsModule } from './features/break-reasons/break-reasons.module';
import { CalendarsModule } from './features/calendars/calendars.module';
import { CallingPlanModule } from './features/calling-plan/calling-plan.module';
import { CallNotesModule } from './features/call-notes/call-notes.module';
import { CallsModule } from './features/calls/calls.module';
import { ContractsModule } from './features/contracts/contracts.module';
import { CallbacksModule } from './features/callbacks/callbacks.module';
import { CustomersModule } from './features/customers/customers.module';
import { EmergenciesModule } from './features/emergencies/emergencies.module';
import { ErasuresModule } from './features/erasures/erasures.module';
import { HandTopicsModule } from './features/hand-topics/hand-topics.module';
import { HandsModule } from './features/hands/hands.module';
import { InvoiceDocumentsModule } from './features/invoice-documents/invoice-documents.module';
import { InvoicesModule } from './features/invoices/invoices.module';
import { IvrScriptsModule } from './features/ivr-scripts/ivr-scripts.module';
import { LiveModule } from './features/live/live.module';
import { NoticesModule } from './features/notices/notices.module';
import { NumberStockModule } from './features/number-stock/number-stock.module';
import { NumbersModule } from './features/numbers/numbers.module';
import { PhonesModule } from './features/phones/phones.module';
import { PasswordResetsModule } from './features/password-resets/password-resets.module';
import { QueuesModule } from './features/queues/queues.module';
import { ReconciliationsModule } from './features/reconciliations/reconciliations.module';
import { RecordingsModule } from './features/recordings/recordings.module';
import { RetentionModule } from './features/retention/retention.module';
import { RoutingModule } from './features/routing/routing.module';
import { SeatsModule } from './features/seats/seats.module';
import { SegmentsModule } from './features/segments/segments.module';
import { SessionsModule } from './features/sign-in/sessions.module';
import { ServiceLevelModule } from './features/service-level/service-level.module';
import { SoundsModule } from './features/sounds/sounds.module';
import { StaffModule } from './features/staff/staff.module';
import { TariffsModule } from './features/tariffs/tariffs.module';
import { SkillsModule } from './features/skills/skills.module';
import { TeamsModule } from './features/teams/teams.module';
import { TenantsModule } from './features/tenants/tenants.module';
import { UsageModule } from './features/usage/usage.module';
import { UsersModule } from './features/users/users.module';
import { VoicemailsModule } from './features/voicemails/voicemails.module';
import { WebhooksModule } from './features/webhooks/webhooks.module';
import { WrapUpCodesModule } from './features/wrap-up-codes/wrap-up-codes.module';

/** What the product can do, whichever process does it. */
@Module({
  imports: [
    TenantsModule,
    AccessGrantsModule,
    StaffModule,
    UsersModule,
    SessionsModule,
    PasswordResetsModule,
    ApiKeysModule,
    AuditEntriesModule,
    SeatsModule,
    AgentsModule,
    SkillsModule,
    TeamsModule,
    CalendarsModule,
    SoundsModule,
    QueuesModule,
    SegmentsModule,
    CallbacksModule,
    CustomersModule,
    NoticesModule,
    NumberStockModule,
    NumbersModule,
    EmergenciesModule,
    TariffsModule,
    ContractsModule,
    PhonesModule,
    CallingPlanModule,
    CallNotesModule,
    CallsModule,
    IvrScriptsModule,
    LiveModule,
    ServiceLevelModule,
    UsageModule,
    InvoicesModule,
    InvoiceDocumentsModule,
    ReconciliationsModule,
    RecordingsModule,
    VoicemailsModule,
    RetentionModule,
    ErasuresModule,
    RoutingModule,
    WebhooksModule,
    BrandingModule,
    BreakReasonsModule,
    WrapUpCodesModule,
    HandTopicsModule,
    HandsModule,
  ],
})
export class FeaturesModule {}
