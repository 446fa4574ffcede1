-- Under which open licence everybody may use a municipality's measures as data; null: none was chosen.
CREATE TYPE "OpenLicence" AS ENUM ('dl_de_by_2_0', 'dl_de_zero_2_0', 'cc_by_4_0', 'cc_by_sa_4_0', 'cc_zero_1_0');
ALTER TABLE "municipalities" ADD COLUMN "measure_licence" "OpenLicence";
