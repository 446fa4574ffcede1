import { conceptRoutes } from '@konzeptwerkstatt/web-concept';
import { identityRoutes } from '@konzeptwerkstatt/web-identity';
import { monitoringRoutes } from '@konzeptwerkstatt/web-monitoring';
import { notificationRoutes } from '@konzeptwerkstatt/web-notification';
import { participationRoutes } from '@konzeptwerkstatt/web-participation';
import { peopleRoutes } from '@konzeptwerkstatt/web-people';
import { municipalityRoutes } from '@konzeptwerkstatt/web-municipality';
import { planningRoutes } from '@konzeptwerkstatt/web-planning';
import { workshopRoutes } from '@konzeptwerkstatt/web-workshop';
import type { FeatureRoute } from '@konzeptwerkstatt/web-shell';
import { shellRoutes } from '@konzeptwerkstatt/web-shell';

/** Every address of the client. Pages come from the feature libraries and are loaded when first opened. */
export const routes: readonly FeatureRoute[] = [...conceptRoutes, ...planningRoutes, ...participationRoutes, ...workshopRoutes, ...notificationRoutes, ...monitoringRoutes, ...identityRoutes, ...peopleRoutes, ...municipalityRoutes, ...shellRoutes];
