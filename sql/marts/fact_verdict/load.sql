-- obeyed_verdict is handed over by etl/io/people.py, which has added to touched_person, of fact_naming's load,
-- whom these lines judge otherwise than those of the load before.
MERGE INTO fact_verdict AS target
USING obeyed_verdict AS staged
ON target.verdict_no = staged.verdict_no
WHEN MATCHED THEN UPDATE BY NAME
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
