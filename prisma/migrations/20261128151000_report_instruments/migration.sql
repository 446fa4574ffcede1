-- Reports that are assembled from a concept's data.
ALTER TYPE "InstrumentKind" ADD VALUE 'measure_catalogue';
ALTER TYPE "InstrumentKind" ADD VALUE 'participation_report';
ALTER TYPE "InstrumentKind" ADD VALUE 'council_paper';
