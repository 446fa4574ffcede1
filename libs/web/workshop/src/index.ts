export { workshopRoutes } from './workshop-routes.js';
