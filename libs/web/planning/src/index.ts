export { planningRoutes } from './planning-routes.js';
