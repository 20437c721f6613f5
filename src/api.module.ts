import { Module } from '@nestjs/common';
import { CallControlModule } from './features/call-control/call-control.module';
import { CapacityModule } from './features/capacity/capacity.module';
import { CallNotesApiModule } from './features/call-notes/call-notes-api.module';
import { DiallingModule } from './features/dialling/dialling.module';
import { HealthChecksModule } from './features/health-checks/health-checks.module';
import { LiveApiModule } from './features/live/live-api.module';
import { OwnDeskModule } from './features/own-desk/own-desk.module';
import { RecordingControlModule } from './features/recordings/recording-control.module';
import { SignInModule } from './features/sign-in/sign-in.module';
import { SwitchNodesModule } from './features/switch-nodes/switch-nodes.module';
import { AuthModule } from './platform/auth/auth.module';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { LimitsModule } from './platform/limits/limits.module';
import { CdrModule } from './telephony/cdr/cdr.module';
import { XmlModule } from './telephony/xml/xml.module';

/** REST, websockets, XML for the switch, CDR intake. */
@Module({
  imports: [
    AuthModule,
    HealthModule,
    HealthChecksModule,
    HttpModule,
    LimitsModule,
    SignInModule,
    SwitchNodesModule,
    LiveApiModule,
    CallControlModule,
    CapacityModule,
    CallNotesApiModule,
    DiallingModule,
    OwnDeskModule,
    RecordingControlModule,
    XmlModule,
    CdrModule,
  ],
})
export class ApiModule {}
