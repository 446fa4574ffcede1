-- Tries that tell something about an account are counted per link: nobody probes addresses with one.
ALTER TABLE one_time_links ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
