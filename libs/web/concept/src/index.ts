export { conceptRoutes } from './concept-routes.js';
