-- What etl/io/stories.py and etl/io/revisions.py hand over to the loads: empty until their steps fill them.
CREATE OR REPLACE TEMP TABLE verified_pair (
    text_key UBIGINT,
    other_text_key UBIGINT,
    is_copy BOOLEAN,
    is_same_event BOOLEAN,
    similarity INTEGER,
    shared_share FLOAT,
    changed_share FLOAT,
    other_changed_share FLOAT,
    rule VARCHAR
);
CREATE OR REPLACE TEMP TABLE grouped_text (
    text_key UBIGINT,
    report_id VARCHAR,
    story_id VARCHAR,
    copied_from_id VARCHAR,
    changed_share FLOAT
);
CREATE OR REPLACE TEMP TABLE merged_story (story_id VARCHAR, into_story_id VARCHAR, merged_date DATE);
CREATE OR REPLACE TEMP TABLE found_revision (
    article_key UBIGINT,
    nth INTEGER,
    seen_at TIMESTAMPTZ,
    is_deletion BOOLEAN,
    is_title_changed BOOLEAN,
    is_body_changed BOOLEAN,
    is_number_changed BOOLEAN,
    is_name_changed BOOLEAN,
    words_added INTEGER,
    words_removed INTEGER,
    previous_seen_at TIMESTAMPTZ,
    previous_text_hash VARCHAR,
    text_hash VARCHAR
);
