export { NotificationButton } from './notification-button.js';
export { notificationRoutes } from './notification-routes.js';
