export { startMetrics, type MetricsOptions, type RunningMetrics } from './metrics-server.js';
