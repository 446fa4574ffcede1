import { Module } from '@nestjs/common';
import { RetryParkedJobCommand } from './commands/retry-parked-job.command.js';
import { InstallationHealthResolver, ParkedJobResolver, ParkedJobsResolver } from './graphql/installation-health.resolver.js';
import { InstallationHealthReader } from './queries/installation-health.reader.js';

/** How the installation is, for whoever runs it. On its own, because it alone looks into the real queue: it needs the global QueueModule. */
@Module({ providers: [RetryParkedJobCommand, InstallationHealthReader, InstallationHealthResolver, ParkedJobsResolver, ParkedJobResolver] })
export class InstallationHealthModule {}
