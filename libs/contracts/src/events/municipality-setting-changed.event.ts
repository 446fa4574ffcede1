import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An administrator changed a setting of her municipality; which, not to what. */
export const municipalitySettingChanged = defineEvent(
  'identity.municipality.setting-changed', 1,
  z.object({ municipalityId: z.uuid(), setting: z.enum(['facts', 'logo', 'colour', 'wording', 'imprint', 'privacy', 'accessibility', 'house_rules', 'sign_in', 'measure_status', 'measure_licence']) }),
);
