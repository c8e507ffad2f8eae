CREATE TABLE IF NOT EXISTS fact_revision (
    article_key UBIGINT NOT NULL,
    nth INTEGER NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    is_deletion BOOLEAN NOT NULL,
    is_title_changed BOOLEAN NOT NULL,
    is_body_changed BOOLEAN NOT NULL,
    is_number_changed BOOLEAN NOT NULL,
    is_name_changed BOOLEAN NOT NULL,
    words_added INTEGER NOT NULL,
    words_removed INTEGER NOT NULL,
    previous_seen_at TIMESTAMPTZ NOT NULL,
    previous_text_hash VARCHAR,
    text_hash VARCHAR
);

COMMENT ON TABLE fact_revision IS 'One row per article and fetch that found its text changed, or the article gone.';
COMMENT ON COLUMN fact_revision.article_key IS 'The article: fact_version, and fact_article where it is still given.';
COMMENT ON COLUMN fact_revision.nth IS 'First, second and so on change of the article.';
COMMENT ON COLUMN fact_revision.seen_at IS 'When the change was seen; it was made after previous_seen_at.';
COMMENT ON COLUMN fact_revision.is_deletion IS 'Whether the article was gone.';
COMMENT ON COLUMN fact_revision.is_title_changed IS 'Whether words of the title changed.';
COMMENT ON COLUMN fact_revision.is_body_changed IS 'Whether words of the body changed.';
COMMENT ON COLUMN fact_revision.is_number_changed IS 'Whether a number came, went or changed.';
COMMENT ON COLUMN fact_revision.is_name_changed IS 'Whether a word that may be a name came, went or changed: one that names a place or person of the lists, or that the press seldom uses.';
COMMENT ON COLUMN fact_revision.words_added IS 'Words of title and body that are new.';
COMMENT ON COLUMN fact_revision.words_removed IS 'Words of title and body that are gone.';
COMMENT ON COLUMN fact_revision.previous_seen_at IS 'Fetch of the version before: a row of fact_version.';
COMMENT ON COLUMN fact_revision.previous_text_hash IS 'Hash of the text before.';
COMMENT ON COLUMN fact_revision.text_hash IS 'Hash of the text after; NULL for a deletion.';
