-- Towns and municipalities of a county are organisations of a kind of their own.
ALTER TYPE "OrganisationKind" ADD VALUE 'municipality' AFTER 'administration';
