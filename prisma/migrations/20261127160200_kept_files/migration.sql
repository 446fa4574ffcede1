-- Files are looked up by what keeps them: the attachments of contributions.
CREATE INDEX stored_file_by_keeper ON engine.stored_file (municipality_id, kept_by) WHERE kept_by IS NOT NULL;
