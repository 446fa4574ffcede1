export { loadConfig, type AppConfig } from './app.config.js';
export { APP_CONFIG, ConfigModule } from './config.module.js';
export { defaultDataDir, isReachableForOthers } from './default-data-dir.js';
export { ExitCode, StartupError } from './startup.errors.js';
