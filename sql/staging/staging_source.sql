-- Declared sources; the loader hands them over as the relation source_specs.
CREATE OR REPLACE TEMP VIEW staging_source AS
SELECT * FROM source_specs;
