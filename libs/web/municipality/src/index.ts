export { municipalityRoutes } from './municipality-routes.js';
